package org.bluelamp.alerts.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.bluelamp.alerts.channel.NotAccepted;
import org.bluelamp.contact.MailAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mail.javamail.JavaMailSenderImpl;

class SmtpServerTest {

    private static final MailAddress ROSA = new MailAddress("rosa@example.org");
    private static final String PIPELINING = "250-me\r\n250 PIPELINING";
    private static final Mail MAIL = new Mail("The team", "News", "text", "<p>html</p>", Map.of());

    @ParameterizedTest
    @CsvSource({
        "RCPT, 550 5.1.1 <rosa@example.org> is unknown, smtp 550",
        "RCPT, 553 no such <rosa@example.org>, smtp 553",
        "RCPT, 550 5.2.1 <rosa@example.org> is closed, smtp 550",
        "END, 554 5.6.0 unreadable, smtp 554",
        "END, 552 5.3.4 too big, smtp 552",
        "END, 552 too much for rosa@example.org, smtp 552"
    })
    void a_refusal_of_the_recipient_or_the_content_is_for_good_and_keeps_no_address(
            String command, String answer, String code) throws IOException {
        var refusal = refusal(Map.of(command, answer));
        assertThat(refusal.isForGood()).isTrue();
        assertThat(refusal.isAddressRefused())
                .as("only what can mean nothing but this mailbox stops all emails to it")
                .isEqualTo(answer.contains(" 5.1.1 ") || answer.contains(" 5.2.1 "));
        assertThat(refusal.code()).isEqualTo(code);
        assertThat(refusal).hasNoCause();
    }

    @ParameterizedTest
    @CsvSource({
        "RCPT, 451 try later, smtp 451",
        "RCPT, 550 5.1.0 sender rejected, smtp 550",
        "RCPT, 550 5.1.8 bad sender's domain, smtp 550",
        "RCPT, 552 5.2.2 mailbox full, smtp 552",
        "RCPT, 452 full, smtp 452",
        "MAIL, 450 slow down, smtp 450",
        "MAIL, 550 you may not send, smtp 550",
        "RCPT, 554 5.7.1 <rosa@example.org>: Relay access denied, smtp 554",
        "RCPT, 550 5.7.1 your network is on a list, smtp 550",
        "DATA, 554 no thanks, smtp 554",
        "RCPT, 530 5.7.0 sign in first, smtp 530"
    })
    void a_refusal_for_now_or_of_ourselves_is_tried_again(String command, String answer, String code)
            throws IOException {
        var refusal = refusal(Map.of(command, answer));
        assertThat(refusal.isForGood()).isFalse();
        assertThat(refusal.code()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({
        "RCPT, 421 closing",
        "END, 421 closing",
        "CONNECT, SILENCE",
        "CONNECT, 554 go away",
        "RCPT, SILENCE",
        "END, SILENCE"
    })
    void a_server_that_hangs_or_sends_us_away_is_tried_again_on_a_new_connection(String command, String answer)
            throws IOException {
        var refusal = refusal(Map.of(command, answer));
        assertThat(refusal.isForGood()).isFalse();
        assertThat(refusal.isConnectionLost()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"250 me", PIPELINING})
    void mails_follow_each_other_on_one_connection(String extensions) throws IOException, NotAccepted {
        try (var scripted = new ScriptedServer(Map.of("EHLO", extensions));
                var connection = server(scripted.port()).connect()) {
            for (var i = 0; i < 3; i++) {
                connection.send(UUID.randomUUID(), ROSA, new Mail("The team", "News " + i, "text", "html", Map.of()));
                assertThat(scripted.lastContent()).contains("Subject: News " + i);
            }
            assertThat(scripted.connections()).isEqualTo(1);
            assertThat(scripted.commands())
                    .isEqualTo(
                            extensions.equals(PIPELINING)
                                    ? "EHLO, MAIL RCPT DATA, MAIL RCPT DATA, MAIL RCPT DATA"
                                    : "EHLO, MAIL, RCPT, DATA, MAIL, RCPT, DATA, MAIL, RCPT, DATA");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "250 me, 354 go on, RCPT",
        "PIPELINING, 354 go on, RCPT",
        "PIPELINING, 554 nobody to send to, RCPT",
        "PIPELINING, 354 go on, MAIL",
        "PIPELINING, 503 who are you, MAIL"
    })
    void a_refused_mail_leaves_the_connection_good_for_the_next(String extensions, String data, String refused)
            throws IOException, NotAccepted {
        var ehlo = extensions.equals("PIPELINING") ? PIPELINING : extensions;
        try (var scripted = new ScriptedServer(Map.of("EHLO", ehlo, "DATA", data, refused, "550 no"));
                var connection = server(scripted.port()).connect()) {
            for (var i = 0; i < 3; i++) {
                var refusal =
                        catchThrowableOfType(NotAccepted.class, () -> connection.send(UUID.randomUUID(), ROSA, MAIL));
                assertThat(refusal.code()).isEqualTo("smtp 550");
                assertThat(refusal.isForGood()).isEqualTo(refused.equals("RCPT"));
                assertThat(refusal.isConnectionLost()).isFalse();
            }
            assertThat(scripted.connections()).isEqualTo(1);
        }
    }

    @Test
    void the_address_that_an_email_comes_back_to_names_its_delivery() throws IOException, NotAccepted {
        var delivery = UUID.randomUUID();
        try (var scripted = new ScriptedServer(Map.of());
                var connection = server(scripted.port(), null, "bounces@bluelamp.example")
                        .connect()) {
            connection.send(delivery, ROSA, MAIL);
            assertThat(scripted.lastSender()).isEqualTo("MAIL FROM:<bounces+" + delivery + "@bluelamp.example>");
            assertThat(scripted.lastContent()).contains("From: The team <alerts@bluelamp.example>");
        }
    }

    @Test
    void without_a_user_nobody_signs_in() throws IOException {
        try (var scripted = new ScriptedServer(Map.of("EHLO", "250-me\r\n250 AUTH LOGIN PLAIN", "AUTH", "535 no"))) {
            assertThatCode(() -> server(scripted.port()).connect().close()).doesNotThrowAnyException();
        }
    }

    /** What is refused in the same words by a server that hears all at once and by one that is told step by step. */
    private static NotAccepted refusal(Map<String, String> answers) throws IOException {
        var stepByStep = sent(answers);
        var atOnce = new HashMap<>(answers);
        atOnce.put("EHLO", PIPELINING);
        var refusal = sent(atOnce);
        assertThat(refusal.code()).isEqualTo(stepByStep.code());
        assertThat(refusal.isForGood()).isEqualTo(stepByStep.isForGood());
        assertThat(refusal.isAddressRefused()).isEqualTo(stepByStep.isAddressRefused());
        assertThat(refusal.isConnectionLost()).isEqualTo(stepByStep.isConnectionLost());
        return refusal;
    }

    private static NotAccepted sent(Map<String, String> answers) throws IOException {
        try (var scripted = new ScriptedServer(answers)) {
            return catchThrowableOfType(NotAccepted.class, () -> {
                try (var connection = server(scripted.port()).connect()) {
                    connection.send(UUID.randomUUID(), ROSA, MAIL);
                }
            });
        }
    }

    static SmtpServer server(int port) {
        return server(port, null);
    }

    static SmtpServer server(int port, Dkim dkim) {
        return server(port, dkim, "");
    }

    private static SmtpServer server(int port, Dkim dkim, String comeBackTo) {
        var settings = new JavaMailSenderImpl();
        settings.setHost("127.0.0.1");
        settings.setPort(port);
        settings.setUsername("");
        settings.setPassword("");
        settings.getJavaMailProperties().setProperty("mail.smtp.timeout", "500");
        settings.getJavaMailProperties().setProperty("mail.smtp.connectiontimeout", "500");
        return new SmtpServer(
                settings, "alerts@bluelamp.example", comeBackTo, Duration.ofSeconds(20), dkim, Clock.systemUTC());
    }
}
