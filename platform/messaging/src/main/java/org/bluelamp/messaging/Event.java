package org.bluelamp.messaging;

import java.time.Instant;

/**
 * An event as a consumer receives it: CloudEvents 1.0 attributes and the data in the consumer's own shape.
 *
 * @param id unique per published event ({@code id})
 * @param type what happened ({@code type})
 * @param source the service that announced it ({@code source}), for example {@code directory}
 * @param subject the aggregate's id ({@code subject})
 * @param version the aggregate's version (extension attributes {@code aggregateversion} and {@code snapshot})
 * @param time when the change was committed to the outbox ({@code time})
 * @param data the aggregate's public state
 */
public record Event<T>(String id, String type, String source, String subject, Version version, Instant time, T data) {}
