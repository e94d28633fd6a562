package org.bluelamp.local.mail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import org.bluelamp.local.part.ProgramPart;
import org.bluelamp.local.process.Ports;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailCatcherTest {

    private static final int SMTP = Ports.free();
    private static final int PAGE = Ports.free();
    private static final URI ADDRESS = URI.create("http://127.0.0.1:" + PAGE);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    private static Path folder;

    private static ProgramPart catcher;

    private final Mailbox mailbox = new Mailbox(ADDRESS, HTTP);

    @BeforeAll
    static void start() {
        catcher = new ProgramPart(MailCatcher.program(SMTP, PAGE, folder), HTTP);
        catcher.start();
    }

    @AfterAll
    static void stop() {
        catcher.stop();
    }

    @Test
    void a_mail_can_be_read_with_both_its_parts_and_its_headers() throws MessagingException {
        send("rita@example.org", "Grüße from <Stevenage>", "Read http://localhost/a?b=1&c=2.", "<p>Read <b>it</b></p>");
        Mail mail = mailbox.await("rita@example.org", any -> true, Duration.ofSeconds(10));
        assertThat(mail.subject()).isEqualTo("Grüße from <Stevenage>");
        assertThat(mail.text()).contains("http://localhost/a?b=1&c=2");
        assertThat(mail.html()).contains("<b>it</b>");
        assertThat(mail.header("List-Unsubscribe")).contains("<https://example.org/leave>");
        assertThat(mailbox.mailsTo("somebody.else@example.org")).isEmpty();
    }

    @Test
    void the_page_links_addresses_and_lets_no_mail_write_into_it() throws Exception {
        send("sam@example.org", "<script>alert(1)</script>", "See http://localhost/a?b=1&c=2.", "<script>x</script>");
        Mail mail = mailbox.await("sam@example.org", any -> true, Duration.ofSeconds(10));
        String page = get("/mails/" + mail.id()).body();
        assertThat(page)
                .contains("<a href=\"http://localhost/a?b=1&amp;c=2\"")
                .contains("sandbox=\"allow-popups allow-popups-to-escape-sandbox\"")
                .doesNotContain("<script>");
        assertThat(get("/").body()).contains("&lt;script&gt;").doesNotContain("<script>");
    }

    @Test
    void the_html_of_a_mail_runs_no_script_and_fetches_nothing() throws Exception {
        send("html@example.org", "Html", "text", "<img src='https://example.org/track.png'>");
        Mail mail = mailbox.await("html@example.org", any -> true, Duration.ofSeconds(10));
        assertThat(get("/mails/" + mail.id() + "/html").headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(
                        policy -> assertThat(policy).startsWith("sandbox ").contains("default-src 'none'"));
        assertThat(get("/mails/" + mail.id() + "/source").body()).contains("multipart/alternative");
        assertThat(get("/mails/999999").statusCode()).isEqualTo(404);
    }

    private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return HTTP.send(HttpRequest.newBuilder(ADDRESS.resolve(path)).build(), BodyHandlers.ofString());
    }

    private static void send(String to, String subject, String text, String html) throws MessagingException {
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.host", "127.0.0.1");
        properties.setProperty("mail.smtp.port", Integer.toString(SMTP));
        MimeMessage message = new MimeMessage(Session.getInstance(properties));
        message.setFrom("alerts@example.org");
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(to));
        message.setSubject(subject, "UTF-8");
        message.setHeader("List-Unsubscribe", "<https://example.org/leave>");
        MimeBodyPart plain = new MimeBodyPart();
        plain.setText(text, "UTF-8");
        MimeBodyPart rich = new MimeBodyPart();
        rich.setContent(html, "text/html; charset=UTF-8");
        message.setContent(new MimeMultipart("alternative", plain, rich));
        Transport.send(message);
    }
}
