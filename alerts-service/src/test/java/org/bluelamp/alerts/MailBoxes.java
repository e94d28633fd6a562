package org.bluelamp.alerts;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.bluelamp.local.process.Ports;

/** A real mail server that keeps what it accepts. */
public final class MailBoxes {

    private final int port = Ports.free();
    private GreenMail server = started();

    private GreenMail started() {
        var setup = new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
        setup.setServerStartupTimeout(10_000);
        var mail = new GreenMail(setup);
        mail.start();
        return mail;
    }

    public int port() {
        return port;
    }

    /** Takes the server away; what it held is gone. */
    public void down() {
        server.stop();
    }

    public void up() {
        server = started();
    }

    public void empty() {
        try {
            server.purgeEmailFromAllMailboxes();
        } catch (FolderException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Everything that was accepted, for whomever. */
    public List<Received> all() {
        return Arrays.stream(server.getReceivedMessages()).map(Received::new).toList();
    }

    /** What came for one address. */
    public List<Received> to(String address) {
        return all().stream().filter(mail -> mail.to().equals(address)).toList();
    }

    /** A mail as it arrived. */
    public record Received(MimeMessage message) {

        private static final Pattern LINK = Pattern.compile("http://localhost:8080(/alerts/[a-z-]+/\\S+)");

        public String to() {
            return header("To");
        }

        public String header(String name) {
            try {
                var values = message.getHeader(name);
                return values == null ? "" : String.join("\n", values);
            } catch (MessagingException e) {
                throw new IllegalStateException(e);
            }
        }

        public String subject() {
            try {
                return message.getSubject();
            } catch (MessagingException e) {
                throw new IllegalStateException(e);
            }
        }

        public String sender() {
            try {
                return message.getFrom()[0].toString();
            } catch (MessagingException e) {
                throw new IllegalStateException(e);
            }
        }

        /** The name of the sender as people read it. */
        public String from() {
            try {
                return ((InternetAddress) message.getFrom()[0]).getPersonal();
            } catch (MessagingException e) {
                throw new IllegalStateException(e);
            }
        }

        public String text() {
            return part(0);
        }

        public String html() {
            return part(1);
        }

        private String part(int index) {
            try {
                BodyPart part = ((Multipart) message.getContent()).getBodyPart(index);
                return part.getContent().toString();
            } catch (MessagingException e) {
                throw new IllegalStateException(e);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** The path of the first link to that page, as it stands in the plain text. */
        public String link(String page) {
            return LINK.matcher(text())
                    .results()
                    .map(found -> found.group(1))
                    .filter(path -> path.startsWith("/alerts/" + page + "/"))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
