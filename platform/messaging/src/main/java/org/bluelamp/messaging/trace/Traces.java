package org.bluelamp.messaging.trace;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.util.HashMap;
import java.util.Map;
import org.bluelamp.messaging.Envelope;
import org.jspecify.annotations.Nullable;

/**
 * Carries a trace over the time between a change and its announcement: the relay publishes long after the request has
 * ended, on another thread and perhaps in another process. On the consumers' side the listener containers continue the
 * trace by themselves.
 */
public final class Traces {

    private final Tracer tracer;
    private final Propagator propagator;

    Traces(Tracer tracer, Propagator propagator) {
        this.tracer = tracer;
        this.propagator = propagator;
    }

    /** The present trace as the value of a {@code traceparent} header, or null when there is none. */
    public @Nullable String current() {
        Span span = tracer.currentSpan();
        if (span == null) {
            return null;
        }
        Map<String, String> carrier = new HashMap<>();
        propagator.inject(span.context(), carrier, (headers, name, value) -> carrier.put(name, value));
        return carrier.get(Envelope.TRACE_PARENT);
    }

    /** Does the work as part of the trace that the value of a {@code traceparent} header names, if any. */
    public void continued(@Nullable String traceparent, String name, Runnable work) {
        if (traceparent == null) {
            work.run();
            return;
        }
        Span span = propagator
                .extract(Map.of(Envelope.TRACE_PARENT, traceparent), Map::get)
                .name(name)
                .start();
        try (Tracer.SpanInScope scope = tracer.withSpan(span)) {
            work.run();
        } finally {
            span.end();
        }
    }
}
