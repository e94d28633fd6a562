package org.bluelamp.messaging;

/**
 * A fact about one aggregate, ready to be announced: its full public state after the change.
 *
 * @param type what happened, {@code <service>.<thing>.<past participle>}; also the routing key
 * @param subject the aggregate's id, for example an area code
 * @param version the aggregate's version after the change, rising by at least one with every change
 * @param snapshot whether it tells a present state again, because somebody asked for a snapshot
 * @param data the public state, written as JSON; never a resident's contact details or unmoderated free text
 */
public record OutgoingEvent(String type, String subject, long version, boolean snapshot, Object data) {

    /** What a change led to. */
    public OutgoingEvent(String type, String subject, long version, Object data) {
        this(type, subject, version, false, data);
    }

    public OutgoingEvent {
        if (type.isBlank() || subject.isBlank()) {
            throw new IllegalArgumentException("An event needs a type and a subject");
        }
        if (version < 0) {
            throw new IllegalArgumentException("An event's version is not negative: " + version);
        }
    }

    /** The same, told again in answer to a request for a snapshot. */
    public OutgoingEvent inSnapshot() {
        return new OutgoingEvent(type, subject, version, true, data);
    }
}
