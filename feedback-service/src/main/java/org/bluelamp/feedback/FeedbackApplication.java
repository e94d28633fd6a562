package org.bluelamp.feedback;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Concerns, rounds, priorities and answers. */
@SpringBootApplication
public class FeedbackApplication {

    /** Starts the service. */
    public static void main(String[] args) {
        SpringApplication.run(FeedbackApplication.class, args);
    }
}
