package org.bluelamp.alerts.channel;

/**
 * Somebody who takes messages from us and brings them to people, such as a mail server.
 *
 * @param <A> where a message goes to
 * @param <M> what it takes
 */
public interface Provider<A, M> {

    /**
     * A connection, new or kept from before.
     *
     * @throws NotAccepted when the provider cannot be reached or does not know us
     */
    Line<A, M> connect() throws NotAccepted;

    /** Closes connections that nobody has used for a while. */
    default void closeOld() {}

    /** Closes all connections that wait to be used again. */
    default void closeAll() {}
}
