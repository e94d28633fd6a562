package org.bluelamp.feedback;

import java.util.function.Consumer;
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

    /** What directory-service announces. */
    @Bean
    Consumer<Message<byte[]>> directoryEvents(EventDispatcher dispatcher) {
        return dispatcher::dispatch;
    }
}
