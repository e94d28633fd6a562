package org.bluelamp.directory;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Areas, teams, postcodes, meetings, and the pages of your area. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class DirectoryApplication {

    /** Starts the service. */
    public static void main(String[] args) {
        SpringApplication.run(DirectoryApplication.class, args);
    }
}
