package org.bluelamp.messaging;

/**
 * Applies one type of event to a service's own database. A bean of this type is all a service writes to consume an
 * event, besides the binding key in its configuration.
 *
 * <p>It is called inside one transaction with the inbox row, so it runs at most once per event id and its effects are
 * all or nothing. Events may arrive twice under different ids and in any order: apply one only if it
 * {@linkplain Version#replaces replaces} what is held. Throwing means "not handled": the event is tried again and then dead-lettered.
 *
 * @param <T> the consumer's own record for the event's data; unknown fields are ignored
 */
public interface EventHandler<T> {

    /**
     * The event type handled, for example {@code directory.area.changed}; a {@code *} stands for one word, as in a
     * binding key.
     */
    String type();

    /** The record that the event's data is read into. */
    Class<T> dataType();

    /** Applies the event. */
    void on(Event<T> event);

    /**
     * A handler that does no more than hand what an event tells to a copy of it.
     *
     * @param type the event type, in full
     * @param projection keeps the data, if its version replaces the one held
     */
    static <T> EventHandler<T> projecting(String type, Class<T> dataType, Projection<T> projection) {
        return new ProjectingHandler<>(type, dataType, projection);
    }

    /**
     * Keeps a service's own copy of what another service owns.
     *
     * @param <T> the consumer's own record for the event's data
     */
    @FunctionalInterface
    interface Projection<T> {

        /**
         * Keeps the data, if its version replaces the one held. The comparison belongs into the statement that writes,
         * {@code on conflict ... do update ... where held.version <= :replaces} with {@link Version#replaces}: made
         * before it, two events at once would both pass.
         */
        void apply(T data, Version version);
    }
}
