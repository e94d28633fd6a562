package org.bluelamp.messaging;

import java.time.Instant;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The message headers that carry an event's attributes: CloudEvents 1.0 in its AMQP binding, which prefixes
 * each attribute, and the trace context of W3C.
 */
public final class Envelope {

    private static final String PREFIX = "cloudEvents_";
    private static final Pattern VERSIONED = Pattern.compile(".*\\.v[0-9]+");

    public static final String ID = PREFIX + "id";
    public static final String SOURCE = PREFIX + "source";
    public static final String TYPE = PREFIX + "type";
    public static final String SPEC_VERSION = PREFIX + "specversion";
    public static final String SUBJECT = PREFIX + "subject";
    public static final String TIME = PREFIX + "time";
    public static final String DATA_SCHEMA = PREFIX + "dataschema";
    /** An extension attribute: the version of the aggregate that the event tells of. */
    public static final String AGGREGATE_VERSION = PREFIX + "aggregateversion";

    /** An extension attribute: true on events that answer a request for a snapshot, absent on all others. */
    public static final String SNAPSHOT = PREFIX + "snapshot";

    public static final String TRACE_PARENT = "traceparent";

    /**
     * The name of the schema of a type's data. A type is of version 1 unless its last word says otherwise, as in {@code
     * directory.area.changed.v2}.
     */
    public static String schemaOf(String type) {
        return "urn:bluelamp:schema:" + (VERSIONED.matcher(type).matches() ? type : type + ".v1");
    }

    private Envelope() {}

    /**
     * The headers of an event, without its trace.
     *
     * @param id one for each announcement, by which a consumer knows what it has handled
     * @param service that announces it
     * @param type what happened
     * @param subject the aggregate's id
     * @param version the aggregate's version after it
     * @param time when it happened
     */
    public static Map<String, Object> headers(
            String id, String service, String type, String subject, long version, Instant time) {
        return Map.ofEntries(
                Map.entry(SPEC_VERSION, "1.0"),
                Map.entry(ID, id),
                Map.entry(SOURCE, "/" + service),
                Map.entry(TYPE, type),
                Map.entry(SUBJECT, subject),
                Map.entry(TIME, time.toString()),
                Map.entry(DATA_SCHEMA, schemaOf(type)),
                Map.entry(AGGREGATE_VERSION, version));
    }
}
