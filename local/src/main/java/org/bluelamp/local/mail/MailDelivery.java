package org.bluelamp.local.mail;

import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.MessageDeliveryHandler;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Clock;

/** Puts every mail into our own store, once for each recipient, instead of GreenMail's mailboxes. */
final class MailDelivery implements MessageDeliveryHandler {

    private final MailStore store;
    private final Clock clock;

    MailDelivery(MailStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public GreenMailUser handle(MovingMessage message, MailAddress recipient) throws MessagingException {
        try {
            MimeMessage content = message.getMessage();
            Mail mail = MailReader.read(store.nextId(), clock.instant(), recipient.getEmail(), content);
            store.add(new MailStore.Caught(mail, MailReader.source(content)));
        } catch (IOException e) {
            throw new MessagingException("The mail could not be read", e);
        }
        return new Delivered(recipient.getEmail());
    }

    /** A recipient who already has the mail. */
    private record Delivered(String email) implements GreenMailUser {

        @Override
        public String getEmail() {
            return email;
        }

        @Override
        public String getLogin() {
            return email;
        }

        @Override
        public void deliver(MovingMessage message) {}

        @Override
        public void deliver(MimeMessage message) {}

        @Override
        public void create() {}

        @Override
        public void delete() {}

        @Override
        public String getPassword() {
            return "";
        }

        @Override
        public void setPassword(String password) {}

        @Override
        public void authenticate(String password) {}

        @Override
        public String getQualifiedMailboxName() {
            return email;
        }
    }
}
