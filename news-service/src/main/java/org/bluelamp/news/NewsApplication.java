package org.bluelamp.news;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Articles and campaigns: written, reviewed, published. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class NewsApplication {

    /** Starts the service. */
    public static void main(String[] args) {
        SpringApplication.run(NewsApplication.class, args);
    }
}
