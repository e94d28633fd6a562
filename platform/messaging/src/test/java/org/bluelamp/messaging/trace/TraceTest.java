package org.bluelamp.messaging.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import org.bluelamp.messaging.Envelope;
import org.bluelamp.messaging.example.Neighbourhood;
import org.bluelamp.messaging.example.Town.Lamps;
import org.bluelamp.messaging.example.Watch.LampCopies;
import org.junit.jupiter.api.Test;
import org.springframework.amqp.core.Message;
import org.springframework.context.ConfigurableApplicationContext;

class TraceTest {

    @Test
    void the_trace_of_a_request_goes_through_the_outbox_to_the_handler_and_its_log_lines() {
        try (Neighbourhood neighbourhood = new Neighbourhood()) {
            String everything = neighbourhood.eavesdrop();
            LampCopies copies = neighbourhood.watch().getBean(LampCopies.class);
            ConfigurableApplicationContext town = neighbourhood.town();
            Tracer tracer = town.getBean(Tracer.class);
            Span request = tracer.nextSpan().name("request").start();

            try (Tracer.SpanInScope scope = tracer.withSpan(request)) {
                town.getBean(Lamps.class).light("tower", "blue");
            } finally {
                request.end();
            }

            String trace = request.context().traceId();
            Message message = neighbourhood.broker().receive(everything, 5_000);
            assertThat(message).isNotNull();
            assertThat((String) message.getMessageProperties().getHeader(Envelope.TRACE_PARENT))
                    .startsWith("00-" + trace + "-");
            await().untilAsserted(() -> assertThat(copies.traces()).contains(trace));
        }
    }
}
