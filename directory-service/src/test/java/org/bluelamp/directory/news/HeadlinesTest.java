package org.bluelamp.directory.news;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.bluelamp.directory.DirectoryTest;
import org.bluelamp.messaging.Version;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.testing.contract.Contracts;
import org.bluelamp.testing.contract.Example;
import org.bluelamp.testing.web.Caller;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

@DirectoryTest
class HeadlinesTest {

    private static final String WARE = "hertfordshire/east-herts/ware";

    @LocalServerPort
    private int port;

    @Autowired
    private Headlines headlines;

    @Autowired
    private JdbcClient database;

    @Autowired
    private JsonMapper json;

    private final String id = UUID.randomUUID().toString();

    @AfterEach
    void clear() {
        database.sql("delete from news_article").update();
    }

    private void published(long version, String title) {
        headlines.published(
                new ArticlePublished(
                        id, "slug", title, "Summary", List.of(WARE), Instant.parse("2026-10-05T08:30:00Z")),
                Version.of(version));
    }

    private void withdrawn(long version) {
        headlines.withdrawn(new ArticleWithdrawn(id, List.of(WARE)), Version.of(version));
    }

    @Test
    void a_published_article_shows_on_its_neighbourhoods_page_at_once_and_on_no_other() {
        published(1, "Market day patrols");
        assertThat(page("/your-area/east-herts/ware")).contains("Market day patrols", "5 October 2026");
        assertThat(page("/your-area/east-herts")).contains("Market day patrols");
        assertThat(page("/")).contains("Market day patrols");
        assertThat(page("/your-area/east-herts/hertford")).doesNotContain("Market day patrols");
        assertThat(page("/your-area/watford")).doesNotContain("Market day patrols");
    }

    @Test
    void an_article_that_is_no_longer_current_leaves_the_pages_and_stays_away_when_told_late() {
        published(1, "Market day patrols");
        headlines.archived(new ArticleArchived(id, List.of(WARE)), Version.of(2));
        assertThat(page("/your-area/east-herts/ware")).doesNotContain("Market day patrols");
        published(1, "Market day patrols");
        assertThat(page("/your-area/east-herts/ware")).doesNotContain("Market day patrols");
        published(3, "Market day patrols again");
        assertThat(page("/your-area/east-herts/ware")).contains("Market day patrols again");
    }

    @Test
    void an_article_for_a_district_or_the_force_shows_on_every_neighbourhood_below() {
        headlines.published(
                new ArticlePublished(
                        id, "slug", "For the district", null, List.of("hertfordshire/east-herts"), Instant.EPOCH),
                Version.of(1));
        headlines.published(
                new ArticlePublished(
                        UUID.randomUUID().toString(),
                        "all",
                        "For everybody",
                        null,
                        List.of("hertfordshire"),
                        Instant.EPOCH),
                Version.of(1));
        assertThat(page("/your-area/east-herts/ware")).contains("For the district", "For everybody");
        assertThat(page("/your-area/watford/town-centre"))
                .contains("For everybody")
                .doesNotContain("For the district");
    }

    static Stream<List<Integer>> orders() {
        return permutations(List.of(1, 2, 3)).stream();
    }

    @ParameterizedTest
    @MethodSource("orders")
    void whatever_the_order_in_which_events_arrive_the_withdrawn_article_is_gone(List<Integer> order) {
        for (int version : order) {
            for (int twice = 0; twice < 2; twice++) {
                if (version == 3) {
                    withdrawn(3);
                } else {
                    published(version, "Version " + version);
                }
            }
        }
        assertThat(titles()).isEmpty();
        assertThat(database.sql("select title || summary || slug from news_article where id = :id")
                        .param("id", id)
                        .query(String.class)
                        .single())
                .as("no word of it is kept")
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("orders")
    void whatever_the_order_in_which_events_arrive_the_article_published_again_is_there(List<Integer> order) {
        for (int version : order) {
            if (version == 2) {
                withdrawn(2);
            } else {
                published(version, "Version " + version);
            }
        }
        assertThat(titles()).containsExactly("Version 3");
    }

    @Test
    void a_snapshot_sets_right_what_is_wrong_at_the_same_version_and_nothing_newer() {
        published(2, "As told");
        database.sql("update news_article set title = 'As nobody told', withdrawn = true")
                .update();
        retold(2, "As told");
        assertThat(titles()).containsExactly("As told");
        retold(1, "As told before");
        assertThat(titles()).containsExactly("As told");
    }

    private void retold(long version, String title) {
        headlines.published(
                new ArticlePublished(
                        id, "slug", title, "Summary", List.of(WARE), Instant.parse("2026-10-05T08:30:00Z")),
                Version.inSnapshot(version));
    }

    @Test
    void the_newest_comes_first() {
        published(1, "Older");
        headlines.published(
                new ArticlePublished(
                        UUID.randomUUID().toString(),
                        "newer",
                        "Newer",
                        "",
                        List.of(WARE),
                        Instant.parse("2026-10-06T08:30:00Z")),
                Version.of(1));
        assertThat(titles()).containsExactly("Newer", "Older");
    }

    @Test
    void every_example_of_the_contract_can_be_read_and_applied() {
        for (Example example : Contracts.examples(ArticlePublished.TYPE)) {
            headlines.published(json.readValue(example.json(), ArticlePublished.class), Version.of(1));
        }
        for (Example example : Contracts.examples(ArticleWithdrawn.TYPE)) {
            headlines.withdrawn(json.readValue(example.json(), ArticleWithdrawn.class), Version.of(2));
        }
        assertThat(database.sql("select count(*) from news_article")
                        .query(Long.class)
                        .single())
                .isPositive();
    }

    @Test
    void a_title_with_markup_is_shown_as_text() {
        published(1, "<script>alert('x')</script> & more");
        assertThat(new Caller(port).get("/your-area/east-herts/ware").body())
                .contains("&lt;script&gt;alert")
                .doesNotContain("<script>alert");
    }

    private List<String> titles() {
        return headlines.latest(List.of(new AreaCode(WARE)), 10).stream()
                .map(Headline::title)
                .toList();
    }

    private String page(String path) {
        return new Caller(port).page(path).select("main").text();
    }

    private static List<List<Integer>> permutations(List<Integer> numbers) {
        if (numbers.isEmpty()) {
            return List.of(List.of());
        }
        List<List<Integer>> all = new ArrayList<>();
        for (Integer first : numbers) {
            List<Integer> rest = numbers.stream().filter(n -> !n.equals(first)).toList();
            permutations(rest).forEach(tail -> {
                List<Integer> order = new ArrayList<>(List.of(first));
                order.addAll(tail);
                all.add(order);
            });
        }
        return all;
    }
}
