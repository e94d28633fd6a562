package org.bluelamp.alerts.bounce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.bluelamp.alerts.AlertsTest;
import org.bluelamp.local.process.Ports;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Emails that come back into a real mailbox, in the words that mail servers use. */
class BounceMailboxTest extends AlertsTest {

    private static final String USER = "bounces@bluelamp.example";

    @Autowired
    private Bounces bounces;

    @Autowired
    private MailboxTurns turns;

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private GreenMail server;
    private GreenMailUser user;
    private BounceMailbox mailbox;

    @BeforeEach
    void open() {
        var setup = new ServerSetup(Ports.free(), "127.0.0.1", ServerSetup.PROTOCOL_IMAP);
        setup.setServerStartupTimeout(10_000);
        server = new GreenMail(setup);
        server.start();
        user = server.setUser(USER, USER, "secret");
        var settings = new BounceMailboxSettings(
                "127.0.0.1",
                setup.getPort(),
                USER,
                "secret",
                false,
                "INBOX",
                "Handled",
                "Unreadable",
                Duration.ofMinutes(1),
                Duration.ofSeconds(5));
        mailbox = new BounceMailbox(settings, turns, bounces, clock, meters);
    }

    @AfterEach
    void close() {
        server.stop();
        jdbc.sql("update mailbox_turn set until = '-infinity'").update();
    }

    @Test
    void an_address_that_does_not_exist_gets_nothing_more_and_the_report_is_moved_away() throws Exception {
        var delivery = sent();
        arrives(report("", delivery, "failed", "5.1.1", true));
        assertThat(mailbox.read()).isEqualTo(1);
        assertThat(suppressed()).isEqualTo(1);
        assertThat(status(delivery)).isEqualTo("failed_for_good");
        assertThat(in("INBOX")).isZero();
        assertThat(in("Handled")).isEqualTo(1);
        assertThat(mailbox.read()).as("read once").isZero();
        assertThat(meters.get("alerts.bounces.read").counter().count()).isEqualTo(1);
    }

    @Test
    void how_long_ago_it_was_last_read_is_a_metric_and_a_server_that_is_away_lets_it_grow() throws Exception {
        clock.moveBy(Duration.ofMinutes(40));
        assertThat(sinceRead()).isGreaterThanOrEqualTo(2400);
        mailbox.read();
        assertThat(sinceRead()).isLessThan(60);
        server.stop();
        clock.moveBy(Duration.ofMinutes(40));
        assertThatThrownBy(mailbox::read).isInstanceOf(MessagingException.class);
        assertThat(sinceRead()).isGreaterThanOrEqualTo(2400);
    }

    private double sinceRead() {
        return meters.get("alerts.bounces.looked").timeGauge().value(TimeUnit.SECONDS);
    }

    @Test
    void what_is_refused_for_other_reasons_costs_that_email_alone() throws Exception {
        var delivery = sent();
        arrives(report("", delivery, "failed", "5.7.1", true));
        mailbox.read();
        assertThat(status(delivery)).isEqualTo("failed_for_good");
        assertThat(suppressed()).isZero();
    }

    @Test
    void a_report_without_the_email_is_known_by_the_address_that_it_came_to() throws Exception {
        var delivery = sent();
        arrives(report("+" + delivery, delivery, "failed", "5.1.1", false));
        mailbox.read();
        assertThat(suppressed()).isEqualTo(1);
    }

    @Test
    void what_is_only_late_or_answered_by_a_machine_changes_nothing() throws Exception {
        var delivery = sent();
        arrives(report("", delivery, "delayed", "4.4.1", true));
        arrives("""
                From: rosa.field@example.org
                To: bounces@bluelamp.example
                Subject: Away
                Auto-Submitted: auto-replied
                Content-Type: text/plain

                I am away.
                """);
        assertThat(mailbox.read()).isEqualTo(2);
        assertThat(status(delivery)).isEqualTo("sent");
        assertThat(suppressed()).isZero();
        assertThat(in("Handled")).isEqualTo(2);
    }

    @Test
    void a_complaint_ends_everything_with_its_reason() throws Exception {
        var delivery = sent();
        arrives("""
                From: complaints@provider.example
                To: bounces@bluelamp.example
                Subject: A complaint
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=feedback-report; boundary="part"

                --part
                Content-Type: text/plain

                This is an email abuse report.
                --part
                Content-Type: message/feedback-report

                Feedback-Type: abuse
                User-Agent: Provider/1.0
                Version: 1

                --part
                Content-Type: message/rfc822

                From: alerts@bluelamp.example
                To: rosa.field@example.org
                Message-ID: <%s@bluelamp.example>
                Subject: News

                What happened
                --part--
                """.formatted(delivery));
        mailbox.read();
        assertThat(jdbc.sql("select status || ' ' || ended_reason from subscriber")
                        .query(String.class)
                        .single())
                .isEqualTo("ended complained");
    }

    @Test
    void what_cannot_be_understood_waits_in_a_folder_that_operators_are_told_of() throws Exception {
        var delivery = sent();
        arrives("""
                From: somebody@example.org
                To: bounces@bluelamp.example
                Subject: Hello
                Content-Type: text/plain

                Who are you?
                """);
        arrives(report("", UUID.randomUUID(), "failed", "5.1.1", false));
        arrives("""
                From: broken@example.org
                To: bounces@bluelamp.example
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=delivery-status; boundary="part"

                --part
                Content-Type: text/plain

                Something is missing here
                """);
        assertThat(mailbox.read()).isEqualTo(3);
        assertThat(in("INBOX")).isZero();
        assertThat(in("Unreadable")).isEqualTo(3);
        assertThat(meters.get("alerts.bounces.unreadable").gauge().value()).isEqualTo(3);
        assertThat(status(delivery)).isEqualTo("sent");
        assertThat(suppressed()).isZero();
    }

    @Test
    void one_replica_reads_at_a_time_and_one_that_died_keeps_no_other_from_it_for_long() {
        var first = UUID.randomUUID();
        var second = UUID.randomUUID();
        assertThat(turns.take(first, Duration.ofMinutes(1))).isTrue();
        assertThat(turns.take(second, Duration.ofMinutes(1))).isFalse();
        turns.giveBack(second);
        assertThat(turns.take(second, Duration.ofMinutes(1))).isFalse();
        turns.giveBack(first);
        assertThat(turns.take(second, Duration.ofMillis(-1))).isTrue();
        assertThat(turns.take(first, Duration.ofMinutes(1)))
                .as("its lease is over")
                .isTrue();
    }

    private UUID sent() {
        confirmed("rosa.field@example.org", STEVENAGE_NORTH);
        jdbc.sql("delete from delivery").update();
        published("News", STEVENAGE_NORTH);
        awaitMail("rosa.field@example.org", 1);
        awaitQuiet();
        return jdbc.sql("select id from delivery").query(UUID.class).single();
    }

    private String status(UUID delivery) {
        return jdbc.sql("select status from delivery where id = :id")
                .param("id", delivery)
                .query(String.class)
                .single();
    }

    private int suppressed() {
        return jdbc.sql("select count(*) from subscriber where suppressed_at is not null")
                .query(Integer.class)
                .single();
    }

    private void arrives(String raw) throws Exception {
        var bytes = raw.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII);
        user.deliver(new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes)));
    }

    private int in(String folder) {
        var manager = server.getManagers().getImapHostManager();
        var found = manager.getFolder(user, folder);
        return found == null ? 0 : found.getMessageCount();
    }

    /** As RFC 3464 shows it. */
    private static String report(String plus, UUID delivery, String action, String status, boolean returned) {
        var head = """
                From: Mail Delivery Subsystem <MAILER-DAEMON@example.org>
                To: bounces%s@bluelamp.example
                Subject: Returned mail
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=delivery-status; boundary="part"

                --part
                Content-Type: text/plain

                The mail system could not deliver it.
                --part
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mx.example.org

                Final-Recipient: rfc822;rosa.field@example.org
                Action: %s
                Status: %s
                Diagnostic-Code: smtp; 550 no

                """.formatted(plus, action, status);
        return head + (returned ? """
                --part
                Content-Type: text/rfc822-headers

                From: alerts@bluelamp.example
                To: rosa.field@example.org
                Message-ID: <%s@bluelamp.example>
                Subject: News

                --part--
                """.formatted(delivery) : "--part--\n");
    }
}
