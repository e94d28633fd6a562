package org.bluelamp.alerts.channel;

import java.util.UUID;

/**
 * An open connection to a provider; not for several threads at once.
 *
 * @param <A> where a message goes to
 * @param <M> what it carries
 */
public interface Line<A, M> extends AutoCloseable {

    /**
     * Hands one message to the provider. When this returns, the provider has taken responsibility for it.
     *
     * @param delivery the same whenever this message to this person is tried again, so that a provider may know it
     * @throws NotAccepted when the provider did not take it
     */
    void send(UUID delivery, A to, M message) throws NotAccepted;

    /**
     * The same, for what was tried before by somebody who may not have heard the answer. A provider that can be asked
     * whether it has it already is asked first.
     *
     * @throws NotAccepted when the provider did not take it
     */
    default void sendAgain(UUID delivery, A to, M message) throws NotAccepted {
        send(delivery, to, message);
    }

    /** Leaves the connection to whoever sends next. */
    default void keep() {
        close();
    }

    /** Ends the connection; a provider that does not answer is left. */
    @Override
    void close();
}
