package org.bluelamp.news.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bluelamp.news.NewsTest;
import org.bluelamp.news.template.Templates;
import org.bluelamp.testing.contract.Contracts;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;

class DemoArticlesTest extends NewsTest {

    private static final Instant NOW = Instant.parse("2026-11-22T20:00:00Z");

    @Test
    void a_fresh_platform_has_something_to_read_and_a_second_start_adds_nothing() throws IOException {
        jdbc.sql("delete from messaging.outbox").update();
        run();
        Map<String, Long> states = states();
        assertThat(states.get("published")).isGreaterThanOrEqualTo(12);
        assertThat(states).containsEntry("withdrawn", 1L).containsEntry("draft", 1L);

        List<Announced> events = jdbc.sql("select type, version, data from messaging.outbox")
                .query((row, number) ->
                        new Announced(row.getString("type"), row.getLong("version"), row.getString("data")))
                .list();
        assertThat(events).hasSize((int) (states.get("published") + 2 * states.get("withdrawn")));
        assertThat(events).allSatisfy(event -> Contracts.validate(event.type(), event.data()));

        run();
        assertThat(states()).isEqualTo(states);
    }

    @Test
    void they_were_published_over_the_last_weeks_and_none_in_the_future() throws IOException {
        run();
        assertThat(jdbc.sql("select count(*) from article where published_at > :now or published_at < :monthAgo")
                        .param("now", Timestamp.from(NOW))
                        .param("monthAgo", Timestamp.from(Instant.parse("2026-10-22T00:00:00Z")))
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void the_week_of_action_reads_well_for_all_ten_districts() throws IOException {
        run();
        Document page =
                call().get("/news/seven-days-with-your-neighbourhood-team").html();
        assertThat(page.select("aside ul").first().select("a")).hasSize(10);
        assertThat(page.select("article table tbody tr")).hasSize(10);
        assertThat(page.select("article table a[rel~=external]")).hasSize(20);
        assertThat(page.select("article blockquote")).hasSize(1);
        assertThat(page.select("h1")).hasSize(1);
    }

    @Test
    void a_fresh_platform_has_templates_and_a_second_start_adds_none_and_changes_none(@Autowired Templates templates)
            throws IOException {
        jdbc.sql("truncate article_template").update();
        new DemoTemplates(templates).run(new DefaultApplicationArguments());
        jdbc.sql("update article_template set name = 'Ours' where name = 'Meeting notice'")
                .update();
        new DemoTemplates(templates).run(new DefaultApplicationArguments());

        assertThat(templates.of(ERIN))
                .extracting(template -> template.pattern().name())
                .containsExactly("Burglary prevention", "Missing person appeal", "Ours", "Witness appeal");
    }

    private void run() throws IOException {
        new DemoArticles(articles, newsroom, transaction, Clock.fixed(NOW, ZoneOffset.UTC))
                .run(new DefaultApplicationArguments());
    }

    private Map<String, Long> states() {
        Map<String, Long> states = new TreeMap<>();
        jdbc.sql("select state, count(*) from article group by state").query(row -> {
            states.put(row.getString(1), row.getLong(2));
        });
        return states;
    }
}
