package org.bluelamp.feedback;

import java.util.function.Consumer;
import org.bluelamp.contact.Vault;
import org.bluelamp.messaging.EventDispatcher;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.messaging.Message;

/** Concerns, rounds, priorities and answers. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class FeedbackApplication {

    /** Starts the service. */
    public static void main(String[] args) {
        SpringApplication.run(FeedbackApplication.class, args);
    }

    /** Where contact details are sealed. */
    @Bean
    Vault contactVault(ContactSettings settings) {
        return new Vault("CONTACT_KEYS", settings.keys());
    }

    /** What directory-service announces. */
    @Bean
    Consumer<Message<byte[]>> directoryEvents(EventDispatcher dispatcher) {
        return dispatcher::dispatch;
    }

    /** Which codes alerts-service has sent, and that it wants to hear of all priorities again. */
    @Bean
    Consumer<Message<byte[]>> alertsEvents(EventDispatcher dispatcher) {
        return dispatcher::dispatch;
    }
}
