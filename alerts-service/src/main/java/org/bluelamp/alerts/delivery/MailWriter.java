package org.bluelamp.alerts.delivery;

import java.util.Optional;
import org.bluelamp.alerts.mail.Mail;

/** Writes the mails of one kind of item. */
public interface MailWriter extends Writer<Mail> {

    @Override
    Optional<Letter> letter(String itemId);

    /** An item that can be mailed to anybody. */
    interface Letter extends Written<Mail> {}
}
