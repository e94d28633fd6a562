package org.bluelamp.alerts.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bluelamp.alerts.AlertsTest;
import org.bluelamp.messaging.retention.Expiring;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/** Subscribers out of the service and into it, by the program of its imports beside it. */
class TransferTest extends AlertsTest {

    private static final String KEY = "a key of both ends, longer than 32 characters";
    private static final String HEAD =
            "address,area,frequency,topics,least_severity,wording,organisation,requested_at,confirmed_at,started_at\n";
    private static final String OWL = ",I agree to get OWL messages,OWL,2019-05-04T10:00:00Z,2019-05-04T10:05:00Z,\n";

    @Autowired
    private Environment environment;

    @Autowired
    private List<Expiring> all;

    @TempDir
    private Path folder;

    private String output = "";

    @BeforeEach
    void nothingBegun() {
        jdbc.sql("truncate transfer").update();
    }

    @Test
    void what_is_written_here_is_brought_in_elsewhere_with_choices_and_consent_in_both_formats() throws IOException {
        for (var format : List.of("csv", "jsonl")) {
            var person = confirmed("rosa.field@example.org", STEVENAGE_NORTH);
            choose(person, STEVENAGE_NORTH, "weekly", "burglary", "drugs");
            crowd(3, WATFORD);
            var before = subscriptions();
            var file = folder.resolve("all." + format);
            assertThat(run("subscribers-export", file)).as(output).isZero();
            assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
            assertThat(Files.readString(file)).contains("rosa.field@example.org");

            forgetEverybody();
            assertThat(run("subscribers", file)).as(output).isZero();
            assertThat(output).contains("Subscriptions: 4 added");
            assertThat(subscriptions()).isEqualTo(before);
            published("Told to those brought in", WATFORD);
            awaitQuiet();
            assertThat(MAIL.all()).hasSize(3);
            forgetEverybody();
            MAIL.empty();
        }
    }

    @Test
    void rows_with_faults_are_told_one_by_one_without_an_address_and_the_others_are_kept() throws IOException {
        var file = write(
                "rosa.field@example.org," + STEVENAGE_NORTH + ",,," + OWL,
                "not an address," + STEVENAGE_NORTH + ",,," + OWL,
                "no.area@example.org,hertfordshire/atlantis,,," + OWL,
                "no.choice@example.org," + STEVENAGE_NORTH + ",hourly,," + OWL,
                "no.consent@example.org," + STEVENAGE_NORTH + ",,,,,,,,\n",
                "future@example.org," + STEVENAGE_NORTH + ",,,,yes,,,2999-01-01T00:00:00Z,\n",
                "no.time@example.org," + STEVENAGE_NORTH + ",,,,yes,,,yesterday,\n");
        assertThat(run("subscribers", file, "--unsigned")).as(output).isZero();
        assertThat(output)
                .contains(
                        "Subscriptions: 1 added",
                        "row 2: it has no email address",
                        "row 3: its area is none of ours",
                        "row 4: its frequency, topics or least severity are not ours",
                        "row 5: it does not say what was agreed to",
                        "row 6: it does not say when the owner of the address agreed",
                        "row 7: it cannot be read")
                .doesNotContain("@example.org");
        assertThat(jdbc.sql("""
                select consent_wording.wording || ' to ' || organisation || ' in ' || extract(year from confirmed_at)
                from sign_up join consent_wording on consent_wording.id = sign_up.wording
                """).query(String.class).single()).isEqualTo("I agree to get OWL messages to OWL in 2019");
    }

    @Test
    void who_is_brought_in_has_been_there_since_they_agreed_and_not_since_today() throws IOException {
        var file = write("rosa.field@example.org," + STEVENAGE_NORTH + ",,," + OWL);
        assertThat(run("subscribers", file, "--unsigned")).as(output).isZero();
        assertThat(jdbc.sql("""
                select subscriber.confirmed_at = timestamptz '2019-05-04T10:05:00Z' and started_at = subscriber.confirmed_at
                from subscriber join subscription on subscription.subscriber_id = subscriber.id
                """).query(Boolean.class).single()).isTrue();
    }

    @Test
    void who_has_left_here_is_not_brought_back_and_who_follows_already_stays_as_they_are() throws IOException {
        var gone = confirmed("gone@example.org", STEVENAGE_NORTH);
        browser.post(gone.manage() + "/stop-all", Map.of());
        confirmed("here@example.org", STEVENAGE_NORTH);
        var half = confirmed("half@example.org", STEVENAGE_NORTH);
        browser.post(half.manage() + "/add", Map.of("area", WATFORD));
        browser.post(half.manage() + "/stop", Map.of("area", STEVENAGE_NORTH));
        var file = write(
                "gone@example.org," + STEVENAGE_NORTH + ",,," + OWL,
                "Here@example.org," + STEVENAGE_NORTH + ",weekly,," + OWL,
                "half@example.org," + STEVENAGE_NORTH + ",,," + OWL);
        assertThat(run("subscribers", file, "--unsigned")).as(output).isZero();
        assertThat(output)
                .contains(
                        "Subscriptions: 0 added, 0 changed, 0 removed, 1 unchanged",
                        "row 1: its owner has left here",
                        "row 3: its owner has stopped this area here");
        assertThat(subscriptions()).hasSize(2).noneMatch(one -> one.contains("weekly"));
    }

    @Test
    void who_left_is_not_brought_back_when_their_address_is_erased_but_comes_back_by_their_own_will()
            throws IOException {
        var patient = confirmed("patient@example.org", STEVENAGE_NORTH);
        browser.post(patient.manage() + "/stop-all", Map.of());
        var quick = confirmed("quick@example.org", STEVENAGE_NORTH);
        browser.post(quick.manage() + "/erase", Map.of());
        var entered = confirmed("entered.again@example.org", STEVENAGE_NORTH);
        browser.post(entered.manage() + "/stop-all", Map.of());
        signUp("entered.again@example.org", STEVENAGE_NORTH);
        awaitQuiet();
        clock.moveBy(Duration.ofDays(30));
        all.forEach(expiring -> expiring.deleteExpired(clock.instant(), 100));
        assertThat(jdbc.sql("select count(*) from subscriber where address_hash is not null")
                        .query(Integer.class)
                        .single())
                .isZero();

        var file = write(
                "patient@example.org," + STEVENAGE_NORTH + ",,," + OWL,
                "Quick@example.org," + WATFORD + ",,," + OWL,
                "entered.again@example.org," + WATFORD + ",,," + OWL);
        assertThat(run("subscribers", file, "--unsigned")).as(output).isZero();
        assertThat(output)
                .contains(
                        "Subscriptions: 0 added",
                        "row 1: its owner has left here",
                        "row 2: its owner has left here",
                        "row 3: its owner has left here");
        confirmed("quick@example.org", STEVENAGE_NORTH);
        assertThat(run("subscribers", file, "--unsigned")).as(output).isZero();
        assertThat(subscriptions()).as("what they asked for since, and no more").hasSize(1);
    }

    @Test
    void an_import_that_broke_off_goes_on_where_it_was_and_one_that_is_done_changes_nothing() throws IOException {
        var rows = new String[1200];
        for (var n = 0; n < rows.length; n++) {
            rows[n] = "r" + n + "@example.org," + STEVENAGE_NORTH + ",,," + OWL;
        }
        var file = write(rows);
        assertThat(run("subscribers", file, "--unsigned", "--dry-run")).isZero();
        assertThat(output).contains("Subscriptions: 1,200 would be added");
        assertThat(subscriptions()).isEmpty();

        // As if the process had died after the first two parts.
        assertThat(run("subscribers", file, "--unsigned")).isZero();
        forgetEverybody();
        jdbc.sql("update transfer set rows_done = 1000, finished_at = null").update();
        assertThat(run("subscribers", file, "--unsigned")).isZero();
        assertThat(output).contains("going on after row 1000", "Subscriptions: 200 added");
        assertThat(run("subscribers", file, "--unsigned")).isZero();
        assertThat(output)
                .as("one that is done begins anew, and brings in what is missing")
                .contains("Subscriptions: 1,000 added, 0 changed, 0 removed, 200 unchanged");
        assertThat(run("subscribers", file, "--unsigned")).isZero();
        assertThat(output).contains("Subscriptions: 0 added");
        assertThat(subscriptions()).hasSize(1200);
    }

    @Test
    void a_file_without_its_manifest_with_a_forged_one_or_changed_since_is_refused_as_a_whole() throws IOException {
        crowd(2, WATFORD);
        var file = folder.resolve("all.csv");
        assertThat(run("subscribers-export", file)).isZero();
        assertThat(run("subscribers-export", file))
                .as("a file that is there is kept")
                .isEqualTo(1);
        forgetEverybody();

        var whole = Files.readString(file);
        Files.writeString(file, whole.replace("p1@", "p2@"));
        assertThat(run("subscribers", file)).isEqualTo(1);
        assertThat(output).contains("The file is not the one that its manifest is of. Nothing was changed.");
        Files.writeString(file, whole);
        assertThat(run(Map.of("TRANSFER_KEY", "another key, also longer than 32 characters"), "subscribers", file))
                .isEqualTo(1);
        assertThat(output).contains("not signed with our TRANSFER_KEY");
        Files.delete(Manifest.beside(file));
        assertThat(run("subscribers", file)).isEqualTo(1);
        assertThat(output).contains("--unsigned");
        assertThat(subscriptions()).isEmpty();
        assertThat(run("subscribers", folder.resolve("all.txt"))).isEqualTo(1);
    }

    private Path write(String... rows) throws IOException {
        return Files.writeString(folder.resolve("file.csv"), HEAD + String.join("", rows));
    }

    private void forgetEverybody() {
        jdbc.sql(
                        "truncate own_place, own_place_area, own_place_name, delivery, mobile, mobile_code, push_device, subscription, sign_up, subscriber, letter_item, scheme, scheme_member, scheme_message, writing_link, case_news")
                .update();
    }

    private List<String> subscriptions() {
        return jdbc.sql("""
                select encode(subscriber.address_hash, 'hex') || subscription.area || subscription.frequency
                    || coalesce(subscription.topics::text, '') || consent_wording.wording
                    || date_trunc('second', sign_up.confirmed_at)
                from subscription
                join subscriber on subscriber.id = subscription.subscriber_id
                join sign_up on sign_up.id = subscription.sign_up_id
                join consent_wording on consent_wording.id = sign_up.wording
                where subscription.ended_at is null
                order by 1
                """).query(String.class).list();
    }

    private int run(Object... words) {
        return run(Map.of("TRANSFER_KEY", KEY), words);
    }

    private int run(Map<String, Object> settings, Object... words) {
        var all = new HashMap<>(settings);
        for (var name :
                List.of("DATABASE_URL", "DATABASE_USER", "DATABASE_PASSWORD", "ADDRESS_KEYS", "ADDRESS_HASH_KEY")) {
            all.put(name, Objects.requireNonNull(environment.getProperty(name)));
        }
        all.put("bluelamp.import.reports", folder.resolve("reports").toString());
        var written = new ByteArrayOutputStream();
        var exit = ImportApplication.run(
                List.of(words).stream().map(Object::toString).toList(),
                new PrintStream(written, true, StandardCharsets.UTF_8),
                false,
                all);
        output = written.toString(StandardCharsets.UTF_8);
        return exit;
    }
}
