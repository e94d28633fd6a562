package org.bluelamp.alerts;

import java.util.List;
import org.bluelamp.alerts.transfer.ImportApplication;
import org.bluelamp.service.importing.ImportProgram;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Sign-up, alerts and their delivery. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class AlertsApplication {

    /** Starts the service; with {@code import} as the first word, runs one import instead and ends. */
    public static void main(String[] args) {
        if (args.length > 0 && args[0].equals(ImportProgram.WORD)) {
            System.exit(ImportApplication.run(List.of(args).subList(1, args.length)));
        }
        SpringApplication.run(AlertsApplication.class, args);
    }
}
