package org.bluelamp.alerts;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Sign-up, alerts and their delivery. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class AlertsApplication {

    /** Starts the service. */
    public static void main(String[] args) {
        SpringApplication.run(AlertsApplication.class, args);
    }
}
