package org.bluelamp.news.reading.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bluelamp.news.article.Contents.anArticle;

import java.util.List;
import org.bluelamp.news.NewsTest;
import org.bluelamp.news.article.ArticleKind;
import org.bluelamp.news.article.Published;
import org.bluelamp.news.article.Topic;
import org.bluelamp.testing.web.Answer;
import org.bluelamp.testing.web.Caller;
import org.junit.jupiter.api.Test;

class SelectionTest extends NewsTest {

    @Test
    void areas_of_another_force_are_not_offered() {
        area("essex", "force", "Essex", null);
        area("essex/harlow", "district", "Harlow", null);
        assertThat(call().get("/news").html().select("select[name=area] option").eachText())
                .contains("Ware", "All of Hertfordshire")
                .noneMatch(name -> name.contains("Harlow") || name.contains("Essex"));
    }

    @Test
    void words_are_found_in_any_form_in_title_summary_and_text() {
        published(anArticle().titled("Burglaries in Ware"));
        published(anArticle().titled("B").summarised("A burglar was seen."));
        published(anArticle().titled("C").saying("Keep **burglars** out."));
        published(anArticle().titled("D"));

        assertThat(titles("q=burglary")).containsExactlyInAnyOrder("Burglaries in Ware");
        assertThat(titles("q=burglar")).containsExactlyInAnyOrder("B", "C");
        assertThat(titles("q=burglars+-seen")).containsExactly("C");
        assertThat(titles("q=%22was+seen%22+burglar")).containsExactly("B");
    }

    @Test
    void words_are_found_among_what_else_is_chosen_and_the_page_keeps_all_of_it() {
        published(anArticle().titled("Ours").about(Topic.BURGLARY).saying("A ladder was taken."));
        published(anArticle().titled("Other topic").about(Topic.DRUGS).saying("A ladder was taken."));
        published(anArticle()
                .titled("Elsewhere")
                .about(Topic.BURGLARY)
                .saying("A ladder was taken.")
                .forAreas("hertfordshire/watford"));

        Answer page = call().get("/news?q=ladders&topic=burglary&area=" + WARE);

        assertThat(page.html().select("main h2 a").eachText()).containsExactly("Ours");
        assertThat(page.html().select("h1").text()).isEqualTo("News about burglary for Ware with “ladders”");
        assertThat(page.html().select("input[name=q]").val()).isEqualTo("ladders");
        assertThat(page.html().select("select[name=topic] option[selected]").val())
                .isEqualTo("burglary");
        assertThat(page.html().select("meta[name=robots]").attr("content")).isEqualTo("noindex");
        assertThat(page.html().select("link[rel=alternate]").eachAttr("href"))
                .as("one follows a list, not a search")
                .containsExactlyInAnyOrder(
                        "/news/feed?area=" + WARE + "&topic=burglary",
                        "/news/feed.rss?area=" + WARE + "&topic=burglary",
                        "/news/feed.json?area=" + WARE + "&topic=burglary");
    }

    @Test
    void a_word_that_only_old_articles_hold_is_found_behind_many_newer_ones_and_page_by_page() {
        for (int i = 10; i < 22; i++) {
            publishedAt(
                    "2026-10-05T10:00:" + i + "Z",
                    anArticle().titled("Old " + i).saying("About otters."));
        }
        withManyNewer(250);

        Answer first = call().get("/news?q=otter");
        assertThat(first.html().select("main h2 a").eachText()).hasSize(10).startsWith("Old 21");
        Answer second = call().get(first.html().select("a[rel=next]").attr("href"));
        assertThat(second.html().select("main h2 a").eachText()).containsExactly("Old 11", "Old 10");
        Answer back = call().get(second.html().select("a[rel=prev]").attr("href"));
        assertThat(back.html().select("main h2 a").eachText())
                .isEqualTo(first.html().select("main h2 a").eachText());
    }

    /** Written into the tables directly, as the view tells: through the newsroom it would take long. */
    private void withManyNewer(int count) {
        jdbc.sql("""
                        with written as (
                            select gen_random_uuid() as id, 'newer-' || n as slug, n
                            from generate_series(1, :count) as n),
                        addressed as (
                            insert into article_slug (slug, article_id) select slug, id from written)
                        insert into article (
                            id, slug, title, summary, body, topics, state,
                            author_id, author_name, written_at, changed_by_id, changed_by_name, changed_at,
                            published_by_id, published_by_name, published_at, version)
                        select id, slug, 'Newer ' || n, 'Summary', 'Body', '{}', 'published',
                               'erin', 'Erin', now(), 'erin', 'Erin', now(),
                               'erin', 'Erin', date_trunc('milliseconds', now() - n * interval '1 second'), 2
                        from written
                        """).param("count", count).update();
        jdbc.sql("insert into article_listed select * from article_listing where article_id not in "
                        + "(select article_id from article_listed)")
                .update();
    }

    @Test
    void what_people_type_into_a_search_box_breaks_nothing() {
        published(anArticle());
        for (String typed :
                List.of("'; drop table article; --", "a & | ! ( ) : * <->", "\"", "the", "\\", "%", "\u0000")) {
            Answer page = call().get("/news?q=" + Caller.encoded(typed));
            assertThat(page.status()).as(typed).isIn(200, 400);
        }
        assertThat(call().get("/news?q=the").text()).contains("Nothing was found");
        assertThat(call().get("/news?q=" + "x".repeat(201)).status()).isEqualTo(404);
    }

    @Test
    void a_year_begins_and_ends_by_the_clock_in_london() {
        publishedAt("2025-06-30T22:30:00Z", anArticle().titled("Summer"));
        publishedAt("2025-12-31T23:59:59.999Z", anArticle().titled("New Year's Eve"));
        publishedAt("2026-01-01T00:00:00Z", anArticle().titled("New Year's Day"));

        assertThat(titles("year=2025")).containsExactly("New Year's Eve", "Summer");
        assertThat(titles("year=2026")).containsExactly("New Year's Day");
        assertThat(call().get("/news?year=2024").text()).contains("There is no news here yet.");
    }

    @Test
    void the_archive_counts_by_year_and_leads_to_the_lists() {
        publishedAt("2024-06-30T08:00:00Z", anArticle().titled("A"));
        publishedAt("2026-06-30T08:00:00Z", anArticle().titled("B"));
        publishedAt("2026-07-30T08:00:00Z", anArticle().titled("C").forAreas("hertfordshire/watford"));

        Answer all = call().get("/news/archive");
        assertThat(all.html().select("main li").eachText()).containsExactly("2026 (2 articles)", "2024 (1 article)");
        Answer ware = call().get("/news/archive?area=" + WARE);
        assertThat(ware.html().select("h1").text()).isEqualTo("News for Ware by year");
        assertThat(ware.html().select("main li").eachText()).containsExactly("2026 (1 article)", "2024 (1 article)");
        assertThat(call().get(ware.html().select("main li a").attr("href"))
                        .html()
                        .select("main h2 a")
                        .eachText())
                .containsExactly("B");
    }

    @Test
    void kinds_select_and_lists_say_what_sort_of_text_it_is() {
        published(anArticle().titled("A"));
        published(anArticle().titled("B").kind(ArticleKind.ADVICE));

        Answer page = call().get("/news?kind=advice");
        assertThat(page.html().select("h1").text()).isEqualTo("Advice");
        assertThat(page.html().select("main h2 a").eachText()).containsExactly("B");
        assertThat(page.text()).contains("Advice · Ware");
    }

    @Test
    void an_article_that_is_corrected_into_another_area_and_topic_changes_its_lists_with_it() {
        Published article = published(anArticle().titled("Moved").about(Topic.BURGLARY));
        newsroom.correct(
                ERIN,
                article.id(),
                2,
                anArticle()
                        .titled("Moved")
                        .about(Topic.DRUGS)
                        .forAreas("hertfordshire/watford/town-centre")
                        .build(),
                "The place");

        assertThat(titles("area=" + WARE)).isEmpty();
        assertThat(titles("topic=burglary")).isEmpty();
        assertThat(titles("area=hertfordshire/watford&topic=drugs")).containsExactly("Moved");
    }

    @Test
    void an_archived_article_is_in_no_list_and_its_address_says_that_it_is_old() {
        Published article = published(anArticle());
        newsroom.archive(ERIN, article.id(), 2);

        assertThat(titles("")).isEmpty();
        assertThat(titles("q=bike")).isEmpty();
        assertThat(call().get("/news/" + article.slug()).text()).contains("This is no longer current");
    }

    private List<String> titles(String query) {
        return call().page("/news?" + query).select("main h2 a").eachText();
    }
}
