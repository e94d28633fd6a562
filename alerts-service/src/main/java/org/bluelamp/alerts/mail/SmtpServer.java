package org.bluelamp.alerts.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.URLName;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.util.StreamProvider;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.regex.Pattern;
import org.bluelamp.alerts.channel.Line;
import org.bluelamp.alerts.channel.NotAccepted;
import org.bluelamp.alerts.channel.Provider;
import org.bluelamp.contact.MailAddress;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.util.MailStreamProvider;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/**
 * A mail server of the force. A connection is used for many mails and kept for a while after, since connecting costs more
 * than sending.
 */
public class SmtpServer implements Provider<MailAddress, Mail> {

    private static final int LONGEST_LINE = 998;
    private static final URLName SMTP = new URLName("smtp", null, -1, null, null, null);

    private static final Pattern ENHANCED_STATUS = Pattern.compile("(?<=^\\d{3}[ -])[245]\\.\\d{1,3}\\.\\d{1,3}");

    /**
     * Where the mail library finds how to make its streams. Without it the library searches all jars for it several
     * times for each mail, which was half of the work of sending one.
     */
    private static final String STREAMS = StreamProvider.class.getName();

    private final JavaMailSenderImpl settings;
    private final String from;
    private final String comeBackTo;
    private final Duration keepFor;
    private final @Nullable Dkim dkim;
    private final Clock clock;
    private final ConcurrentLinkedDeque<Connection> idle = new ConcurrentLinkedDeque<>();

    /**
     * @param settings host, port, sign-in and timeouts
     * @param from the address mail comes from, without a name
     * @param comeBackTo the address that mail comes back to; empty for the one that it comes from
     * @param keepFor how long a connection that nobody uses is kept open
     * @param dkim what signs; null when the server does that, or nobody
     */
    public SmtpServer(
            JavaMailSenderImpl settings,
            String from,
            String comeBackTo,
            Duration keepFor,
            @Nullable Dkim dkim,
            Clock clock) {
        this.settings = settings;
        if (!from.matches("[^@<>\\s]+@[^@<>\\s]+")) {
            throw new IllegalArgumentException("MAIL_FROM is an address without a name, not \"" + from + "\"");
        }
        if (!comeBackTo.isEmpty() && !comeBackTo.matches("[^@<>\\s+]+@[^@<>\\s]+")) {
            throw new IllegalArgumentException("BOUNCE_ADDRESS is an address without a plus sign");
        }
        this.from = from;
        this.comeBackTo = comeBackTo;
        this.keepFor = keepFor;
        this.dkim = dkim;
        this.clock = clock;
        if (System.getProperty(STREAMS) == null) {
            System.setProperty(STREAMS, MailStreamProvider.class.getName());
        }
    }

    /** The domain that the force's mail comes from; also names its mailing lists. */
    public String domain() {
        return domain(from);
    }

    /** The domain of an address. */
    public static String domain(String address) {
        return address.substring(address.lastIndexOf('@') + 1);
    }

    /**
     * A connection that is open still, or a new one.
     *
     * @throws NotAccepted when the server cannot be reached or does not know us
     */
    @Override
    public Connection connect() throws NotAccepted {
        for (var kept = idle.pollFirst(); kept != null; kept = idle.pollFirst()) {
            if (kept.isUsable()) {
                return kept;
            }
            kept.close();
        }
        return open();
    }

    /** Those that nobody has asked for lie at the end. */
    @Override
    public void closeOld() {
        for (var last = idle.peekLast(); last != null && last.isOld(); last = idle.peekLast()) {
            if (idle.removeLastOccurrence(last)) {
                last.close();
            }
        }
    }

    @Override
    public void closeAll() {
        for (var kept = idle.pollFirst(); kept != null; kept = idle.pollFirst()) {
            kept.close();
        }
    }

    private Connection open() throws NotAccepted {
        var session = settings.getSession();
        session.getProperties().put("mail.smtp.socketFactory", GatheringSocket.factory());
        // Without a user there is no password either: the library would sign in as whoever runs this process.
        var user = blankToNull(settings.getUsername());
        var password = user == null ? null : settings.getPassword();
        try {
            var transport = new PipeliningTransport(session, SMTP);
            transport.connect(settings.getHost(), settings.getPort(), user, password);
            return new Connection(session, transport);
        } catch (MessagingException e) {
            throw NotAccepted.unreachable(e);
        }
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    /** An open connection; not for several threads at once. */
    public final class Connection implements Line<MailAddress, Mail> {

        private final Session session;
        private final Transport transport;
        private volatile long keptAt;

        private Connection(Session session, Transport transport) {
            this.session = session;
            this.transport = transport;
        }

        private boolean isOld() {
            return System.nanoTime() - keptAt > keepFor.toNanos();
        }

        /** Asks the server, by a command that does nothing. */
        private boolean isUsable() {
            return !isOld() && transport.isConnected();
        }

        /**
         * Hands one mail to the server. When this returns, the server has taken responsibility for it.
         *
         * @param delivery makes the Message-ID, so that a repeated mail has the same one
         * @throws NotAccepted when the server did not take it
         */
        @Override
        public void send(UUID delivery, MailAddress to, Mail mail) throws NotAccepted {
            try {
                var recipient = new InternetAddress(to.value(), false);
                var message = message(delivery, recipient, mail);
                if (!comeBackTo.isEmpty()) {
                    message.setEnvelopeFrom(comeBackTo.replace("@", "+" + delivery + "@"));
                }
                transport.sendMessage(message, new InternetAddress[] {recipient});
            } catch (MessagingException e) {
                throw reason(e);
            }
        }

        private SMTPMessage message(UUID delivery, InternetAddress recipient, Mail mail) throws MessagingException {
            var message = new SMTPMessage(session) {
                @Override
                protected void updateMessageID() throws MessagingException {
                    setHeader("Message-ID", "<" + delivery + "@" + domain() + ">");
                }
            };
            try {
                message.setFrom(new InternetAddress(from, mail.senderName(), StandardCharsets.UTF_8.name()));
            } catch (UnsupportedEncodingException e) {
                throw new IllegalStateException("Every Java has UTF-8", e);
            }
            message.setRecipient(MimeMessage.RecipientType.TO, recipient);
            message.setSubject(mail.subject(), StandardCharsets.UTF_8.name());
            message.setSentDate(Date.from(clock.instant()));
            for (var header : mail.headers().entrySet()) {
                message.setHeader(header.getKey(), header.getValue());
            }
            message.setContent(new MimeMultipart("alternative", part(mail.text(), "plain"), part(mail.html(), "html")));
            message.saveChanges();
            return dkim == null ? message : dkim.signed(message);
        }

        /**
         * A part that is encoded already. The library would look through its content four times to find out how to encode
         * it, and write it letter by letter.
         */
        private static MimeBodyPart part(String text, String subtype) throws MessagingException {
            var bytes = text.replace("\r\n", "\n").replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
            var plain = isPlain(bytes);
            var headers = new InternetHeaders();
            headers.setHeader("Content-Type", "text/" + subtype + "; charset=UTF-8");
            headers.setHeader("Content-Transfer-Encoding", plain ? "7bit" : "quoted-printable");
            return new MimeBodyPart(headers, plain ? bytes : quotedPrintable(bytes));
        }

        /** ASCII in lines that every server takes (RFC 5321, section 4.5.3.1.6; RFC 2045, section 2.7). */
        private static boolean isPlain(byte[] bytes) {
            var line = 0;
            for (var next : bytes) {
                line = next == '\n' ? 0 : line + 1;
                if (next <= 0 || line > LONGEST_LINE) {
                    return false;
                }
            }
            return true;
        }

        private static byte[] quotedPrintable(byte[] bytes) throws MessagingException {
            var encoded = new ByteArrayOutputStream(bytes.length * 5 / 4);
            try (var encoder = MimeUtility.encode(encoded, "quoted-printable")) {
                encoder.write(bytes);
            } catch (IOException e) {
                throw new UncheckedIOException("Memory is always there to write to", e);
            }
            return encoded.toByteArray();
        }

        /**
         * Sorts the library's answers. Only a refusal of this recipient or this content is for good. An answer about us,
         * such as a relay that does not know us or a listed sender, is a fault of ours, which must not cost a resident
         * their mail; many servers tell it only when the recipient is named.
         */
        private static NotAccepted reason(MessagingException failure) {
            if (failure instanceof AddressException) {
                return NotAccepted.address("smtp 553");
            }
            Exception step = failure;
            while (step != null) {
                if (step instanceof SMTPAddressFailedException refused) {
                    return answer(refused.getReturnCode(), refused, About.RECIPIENT);
                }
                if (step instanceof SMTPSendFailedException refused
                        && refused.getNextException() instanceof SMTPAddressFailedException address) {
                    return answer(address.getReturnCode(), address, About.RECIPIENT);
                }
                if (step instanceof SMTPSendFailedException refused) {
                    return answer(
                            refused.getReturnCode(),
                            refused,
                            refused.getCommand().startsWith("MAIL") ? About.US : About.MAIL);
                }
                step = step instanceof MessagingException chained ? chained.getNextException() : null;
            }
            return NotAccepted.unreachable(failure);
        }

        private static NotAccepted answer(int code, MessagingException answered, About about) {
            // With 421 the server ends the connection, whatever was asked (RFC 5321, section 3.8).
            if (code < 400 || code == 421) {
                return NotAccepted.unreachable(new MessagingException());
            }
            return switch (about) {
                case US -> NotAccepted.forNow("smtp " + code);
                case RECIPIENT -> ofRecipient(code, String.valueOf(answered.getMessage()));
                case MAIL -> ofMail(code, String.valueOf(answered.getMessage()));
            };
        }

        /** What an answer of the server is about. */
        private enum About {
            US,
            RECIPIENT,
            MAIL
        }

        /**
         * Only an enhanced status code that can mean nothing but this mailbox (RFC 3463, section 3.2 and 3.3; RFC 7505)
         * says that its address is bad. Servers give the plain codes, and 5.1.0, 5.1.7 and 5.1.8, for senders too that
         * they do not like, so these cost this mail alone at most, and never an address.
         */
        private static NotAccepted ofRecipient(int code, String text) {
            var enhanced = ENHANCED_STATUS.matcher(text);
            if (enhanced.find()) {
                return enhanced.group().matches("5\\.1\\.([1236]|10)|5\\.2\\.1")
                        ? NotAccepted.address("smtp " + code)
                        : NotAccepted.forNow("smtp " + code);
            }
            return code >= 550 && code <= 553
                    ? NotAccepted.forGood("smtp " + code)
                    : NotAccepted.forNow("smtp " + code);
        }

        /** By the enhanced status code where the server gives one (RFC 3463), else by the plain one (RFC 5321, 4.2.3). */
        private static NotAccepted ofMail(int code, String text) {
            var enhanced = ENHANCED_STATUS.matcher(text);
            var forGood =
                    enhanced.find() ? enhanced.group().matches("5\\.6\\..*|5\\.3\\.4") : code >= 550 && code <= 553;
            return forGood ? NotAccepted.forGood("smtp " + code) : NotAccepted.forNow("smtp " + code);
        }

        /** Leaves the connection to the next batch, for a while. */
        @Override
        public void keep() {
            keptAt = System.nanoTime();
            idle.addFirst(this);
            closeOld();
        }

        /** Says goodbye to the server; one that does not answer is left. */
        @Override
        public void close() {
            try {
                transport.close();
            } catch (MessagingException e) {
                // Everything of worth was answered mail by mail.
            }
        }
    }
}
