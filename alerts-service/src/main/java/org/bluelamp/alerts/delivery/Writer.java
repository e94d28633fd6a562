package org.bluelamp.alerts.delivery;

import java.util.Optional;

/**
 * Writes the messages of one kind of item for one way of sending. A bean per kind and way.
 *
 * @param <M> what a message is
 */
public interface Writer<M> {

    /** The kind of item, as it stands in {@link NewDelivery#kind}. */
    String kind();

    /** Loads an item, once for all its deliveries of a batch; empty when it is no longer to be sent. */
    Optional<? extends Written<M>> letter(String itemId);

    /**
     * An item that can be written to anybody.
     *
     * @param <M> what a message is
     */
    interface Written<M> {

        /**
         * The message to one person.
         *
         * @throws NothingToSend when there is nothing left to tell this person; the delivery is cancelled
         */
        M to(ClaimedDelivery delivery);
    }

    /** What was to be told to a person is no longer so. */
    final class NothingToSend extends RuntimeException {

        private static final long serialVersionUID = 1L;

        public NothingToSend() {
            super("Nothing left to tell", null, false, false);
        }
    }
}
