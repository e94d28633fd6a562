package org.bluelamp.alerts.delivery;

import java.util.Optional;
import org.bluelamp.alerts.mail.Mail;

/** Writes the mails of one kind of item. A bean per kind. */
public interface MailWriter {

    /** The kind of item, as it stands in {@link NewDelivery#kind}. */
    String kind();

    /** Loads an item, once for all its deliveries of a batch; empty when it is no longer to be sent. */
    Optional<Letter> letter(String itemId);

    /** An item that can be written to anybody. */
    interface Letter {

        /**
         * The mail to one person.
         *
         * @throws NothingToSend when there is nothing left to tell this person; the delivery is cancelled
         */
        Mail to(ClaimedDelivery delivery);
    }

    /** What was to be told to a person is no longer so. */
    final class NothingToSend extends RuntimeException {

        private static final long serialVersionUID = 1L;

        public NothingToSend() {
            super("Nothing left to tell", null, false, false);
        }
    }
}
