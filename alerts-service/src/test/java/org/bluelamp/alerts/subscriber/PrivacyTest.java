package org.bluelamp.alerts.subscriber;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import org.bluelamp.alerts.AlertsTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class PrivacyTest extends AlertsTest {

    @Autowired
    private MeterRegistry meters;

    private static final String LOCAL = "wilhelmina.ashdown";
    private static final String ADDRESS = LOCAL + "@reader.example";

    @Test
    void a_dump_of_the_whole_database_holds_no_readable_address() {
        wholeStory();
        var dump = dump();
        assertThat(dump).contains("stevenage-north", "A story to tell");
        assertThat(dump.toLowerCase())
                .doesNotContain(LOCAL)
                .doesNotContain("reader.example")
                .doesNotContain(HexFormat.of().formatHex(LOCAL.getBytes(StandardCharsets.UTF_8)))
                .doesNotContain(Base64.getEncoder()
                        .encodeToString(LOCAL.getBytes(StandardCharsets.UTF_8))
                        .substring(0, 20)
                        .toLowerCase());
    }

    @Test
    void no_log_names_an_address_or_a_link_whatever_happens(CapturedOutput output) {
        var tokens = wholeStory();
        assertThat(output.getAll()).contains("is told to 1 followers").doesNotContainIgnoringCase(LOCAL);
        for (var token : tokens) {
            assertThat(output.getAll()).doesNotContain(token);
        }
    }

    /** Sign-up, mails, a mail server that goes away, forged links, bad input, and the end; answers the tokens. */
    private ArrayList<String> wholeStory() {
        var tokens = new ArrayList<String>();
        signUp(ADDRESS, STEVENAGE_NORTH);
        var link = awaitMail(ADDRESS, 1).link("confirm");
        tokens.add(link);
        var manage = browser.post(link, Map.of()).location().replaceFirst("\\?.*", "");
        tokens.add(manage);
        MAIL.empty();
        MAIL.down();
        try {
            published("A story to tell", STEVENAGE_NORTH);
            var unreachable = meters.counter("alerts.mail.unreachable");
            var before = unreachable.count();
            await().until(() -> unreachable.count() > before);
        } finally {
            MAIL.up();
        }
        var unsubscribe = awaitMail(ADDRESS, 1).link("unsubscribe");
        tokens.add(unsubscribe);
        browser.postJson("/api/v1/alerts/sign-ups", "{\"address\": \"" + ADDRESS + "\", \"area\": 5");
        browser.postJson("/api/v1/alerts/sign-ups", "{\"address\": [\"" + ADDRESS + "\"]}");
        browser.post("/alerts/sign-up", Map.of("address", ADDRESS + " " + ADDRESS));
        browser.get("/alerts/unsubscribe/x" + tokens.getLast().substring(30));
        browser.post(manage + "/stop", Map.of("area", "'; drop table subscriber"));
        browser.get(manage + "/data");
        browser.get(manage + "/data.json");
        browser.post(
                manage + "/choices",
                Map.of("area", STEVENAGE_NORTH, "frequency", "daily", "topics", ADDRESS, "leastSeverity", "minor"));
        browser.with("Bluelamp-Signature", "t=1,v1=" + ADDRESS)
                .postJson("/api/v1/alerts/bounces", "{\"address\": \"" + ADDRESS + "\"}");
        browser.post(unsubscribe, Map.of("List-Unsubscribe", "One-Click"));
        return tokens;
    }

    private String dump() {
        var dump = new StringBuilder();
        for (var table : jdbc.sql("""
                select quote_ident(table_schema) || '.' || quote_ident(table_name)
                from information_schema.tables
                where table_schema not in ('pg_catalog', 'information_schema') and table_type = 'BASE TABLE'
                """).query(String.class).list()) {
            jdbc.sql("select t::text from " + table + " t")
                    .query(String.class)
                    .list()
                    .forEach(row -> dump.append(row == null ? "" : row).append('\n'));
        }
        return dump.toString();
    }
}
