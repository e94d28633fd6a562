package org.bluelamp.alerts.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.SignedJWT;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.bluelamp.alerts.channel.NotAccepted;
import org.bluelamp.alerts.channel.ProviderSettings;
import org.bluelamp.alerts.channel.Providers;
import org.bluelamp.alerts.mail.ListHeaders;
import org.bluelamp.alerts.mail.Mail;
import org.bluelamp.alerts.notify.NotifyStub.Mood;
import org.bluelamp.alerts.sms.TextMessage;
import org.bluelamp.contact.MailAddress;
import org.bluelamp.contact.MobileNumber;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** GOV.UK Notify in every mood, by the answers of its documentation. */
class NotifyTest {

    private static final MailAddress ROSA = new MailAddress("rosa@example.org");
    private static final MobileNumber MOBILE = new MobileNumber("+447700900123");
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final Mail MAIL = new Mail(
            "The team",
            "News",
            "What happened",
            "<p>html</p>",
            ListHeaders.list("News <areas.example>", "https://bluelamp.example/alerts/unsubscribe/abc"));

    private final NotifyStub stub = new NotifyStub();

    @AfterEach
    void end() {
        stub.close();
    }

    @Test
    void an_email_goes_with_its_words_its_reference_and_the_one_click_way_off_the_list() throws Exception {
        var delivery = UUID.randomUUID();
        try (var line = mails().connect()) {
            line.send(delivery, ROSA, MAIL);
        }
        assertThat(stub.taken()).singleElement().satisfies(taken -> {
            assertThat(taken.kind()).isEqualTo("email");
            assertThat(taken.to()).isEqualTo("rosa@example.org");
            assertThat(taken.text()).isEqualTo("What happened");
            assertThat(taken.reference()).isEqualTo(delivery.toString());
            assertThat(taken.body().get("template_id").asString()).isEqualTo("email-template");
            assertThat(taken.body().get("personalisation").get("subject").asString())
                    .isEqualTo("News");
            assertThat(taken.body().get("one_click_unsubscribe_url").asString())
                    .isEqualTo("https://bluelamp.example/alerts/unsubscribe/abc");
        });
    }

    @Test
    void a_text_message_goes_to_the_number_as_it_is_dialled_from_anywhere() throws Exception {
        try (var line = texts().connect()) {
            line.send(UUID.randomUUID(), MOBILE, new TextMessage("Leave now"));
        }
        assertThat(stub.taken()).singleElement().satisfies(taken -> {
            assertThat(taken.kind()).isEqualTo("sms");
            assertThat(taken.to()).isEqualTo("+447700900123");
            assertThat(taken.text()).isEqualTo("Leave now");
        });
    }

    @Test
    void each_call_is_signed_with_the_key_at_its_time() throws Exception {
        try (var line = mails().connect()) {
            line.send(UUID.randomUUID(), ROSA, MAIL);
        }
        var token = SignedJWT.parse(stub.tokens().getFirst().replaceFirst("^Bearer ", ""));
        assertThat(token.verify(new MACVerifier("3d844edf-8d35-48ac-975b-e847b4f122b0")))
                .isTrue();
        assertThat(token.getJWTClaimsSet().getIssuer()).isEqualTo("26785a09-ab16-4eb0-8407-a37497a57506");
        assertThat(token.getJWTClaimsSet().getIssueTime()).isEqualTo(NOW);
    }

    @ParameterizedTest
    @CsvSource({
        // what Notify does, whether for good, whether the address is bad, whether it counts as away
        "BAD_ADDRESS,  true,  true,  false",
        "TOO_LONG,     true,  false, false",
        "BAD_TEMPLATE, false, false, false",
        "BABBLES,      false, false, false",
        "TOO_MANY,     false, false, false",
        "NOT_KNOWN,    false, false, true",
        "BROKEN,       false, false, true",
        "SILENT,       false, false, true",
        "STUCK,        false, false, true"
    })
    void every_answer_costs_whom_it_is_about_and_nobody_else(Mood mood, boolean forGood, boolean address, boolean away)
            throws Exception {
        stub.is(mood);
        try (var mails = mails().connect();
                var texts = texts().connect()) {
            var begin = System.nanoTime();
            var mail = catchThrowableOfType(NotAccepted.class, () -> mails.send(UUID.randomUUID(), ROSA, MAIL));
            var text = catchThrowableOfType(
                    NotAccepted.class, () -> texts.send(UUID.randomUUID(), MOBILE, new TextMessage("x")));
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(5));
            for (var refusal : new NotAccepted[] {mail, text}) {
                assertThat(refusal.isForGood()).isEqualTo(forGood);
                assertThat(refusal.isAddressRefused()).isEqualTo(address);
                assertThat(refusal.isConnectionLost()).isEqualTo(away);
                assertThat(refusal.isNoTry()).isFalse();
                assertThat(refusal.code()).doesNotContain("rosa", "7700");
                assertThat(refusal).hasNoCause();
            }
        }
    }

    @Test
    void what_was_taken_without_our_hearing_of_it_is_not_handed_over_again() throws Exception {
        var delivery = UUID.randomUUID();
        try (var line = mails().connect()) {
            stub.is(Mood.TAKES_SILENTLY);
            assertThatThrownBy(() -> line.send(delivery, ROSA, MAIL)).isInstanceOf(NotAccepted.class);
            stub.is(Mood.TAKES);
            line.sendAgain(delivery, ROSA, MAIL);
            assertThat(stub.taken()).hasSize(1);
            line.sendAgain(UUID.randomUUID(), ROSA, MAIL);
            assertThat(stub.taken()).hasSize(2);
        }
    }

    @Test
    void while_notify_hangs_the_breaker_opens_and_another_provider_takes_over() throws Exception {
        stub.is(Mood.SILENT);
        try (var other = new NotifyStub()) {
            var patience = new ProviderSettings(0, Duration.ofSeconds(5), Duration.ofMinutes(1));
            var providers = new Providers<>(
                    List.of(
                            new Providers.Named<>("notify", mails(), patience),
                            new Providers.Named<>("other", new NotifyMail(settings(other), json(), clock()), patience)),
                    new SimpleMeterRegistry());
            for (var n = 0; n < 8; n++) {
                try (var connection = providers.connect()) {
                    assertThatThrownBy(() -> connection.send(UUID.randomUUID(), ROSA, MAIL))
                            .isInstanceOf(NotAccepted.class);
                }
            }
            try (var connection = providers.connect()) {
                connection.send(UUID.randomUUID(), ROSA, MAIL);
            }
            assertThat(other.taken()).hasSize(1);
        }
    }

    @Test
    void settings_that_cannot_work_stop_the_start_and_tell_no_key() {
        assertThatThrownBy(() -> new NotifyKey("not-a-key"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("NOTIFY_KEY is not an API key of GOV.UK Notify");
        assertThatThrownBy(() -> settings("", "short", "")).hasMessageContaining("NOTIFY_CALLBACK_KEY");
        assertThatThrownBy(() -> settings("", "", "template")).hasMessageContaining("NOTIFY_KEY");
        assertThat(settings(stub).toString()).doesNotContain("3d844edf");
    }

    private NotifyMail mails() {
        return new NotifyMail(settings(stub), json(), clock());
    }

    private NotifyTexts texts() {
        return new NotifyTexts(settings(stub), json(), clock());
    }

    private static Clock clock() {
        return Clock.fixed(NOW, ZoneOffset.UTC);
    }

    private static JsonMapper json() {
        return JsonMapper.builder().build();
    }

    private NotifySettings settings(String key, String callbackKey, String template) {
        return new NotifySettings(
                stub.url(),
                key,
                template,
                "",
                callbackKey,
                Duration.ofMillis(300),
                0,
                Duration.ofSeconds(5),
                Duration.ofSeconds(10));
    }

    static NotifySettings settings(NotifyStub stub) {
        return new NotifySettings(
                stub.url(),
                NotifyStub.KEY,
                "email-template",
                "text-template",
                "",
                Duration.ofMillis(300),
                0,
                Duration.ofSeconds(5),
                Duration.ofSeconds(10));
    }
}
