package org.bluelamp.news.markdown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.net.URI;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownTest {

    private final Markdown markdown = new Markdown(URI.create("https://bluelamp.example"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "hello <img src=x onerror=alert(1)> there",
                "<a href=\"javascript:alert(1)\">x</a>",
                "<!-- <script>alert(1)</script> -->",
                "<svg/onload=alert(1)>",
                "<div\nonclick=alert(1)>x</div>",
                "[x](javascript:alert(1))",
                "[x](JaVaScRiPt:alert(1))",
                "[x](<java\tscript:alert(1)>)",
                "[x](&#106;avascript:alert(1))",
                "[x](&#x01;javascript:alert(1))",
                "[x](vbscript:msgbox(1))",
                "[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)",
                "[x](file:///etc/passwd)",
                "[x](//evil.example/x)",
                "[x](/\\evil.example/x)",
                "[x][y]\n\n[y]: javascript:alert(1)",
                "<javascript:alert(1)>",
                "![x](javascript:alert(1))",
                "![x](https://evil.example/pixel.png)",
                "![x\" onerror=\"alert(1)](x)",
                "[x](https://a.example/\"onmouseover=alert(1))",
                "[x](https://a.example 't\" onmouseover=\"alert(1)')",
                "`<script>alert(1)</script>`",
                "| <script>alert(1)</script> |\n|---|\n| [x](javascript:alert(1)) |",
            })
    void nothing_in_a_text_runs_in_a_browser_or_leads_to_a_strange_place(String text) {
        for (SafeHtml html : new SafeHtml[] {markdown.forPage(text), markdown.forFeed(text)}) {
            Document page = Jsoup.parseBodyFragment(html.toString());
            assertThat(page.body().getAllElements()).allSatisfy(element -> {
                assertThat(element.tagName()).isIn(ALLOWED_TAGS);
                assertThat(element.attributes().asList())
                        .allSatisfy(attribute -> assertThat(attribute.getKey()).isIn(ALLOWED_ATTRIBUTES));
            });
            assertThat(page.select("a[href]"))
                    .allSatisfy(link -> assertThat(link.attr("href")).startsWith("https://a.example"));
        }
    }

    private static final Set<String> ALLOWED_TAGS = Set.of(
            "body", "p", "a", "em", "strong", "code", "span", "div", "table", "thead", "tbody", "tr", "th", "td", "br");
    private static final Set<String> ALLOWED_ATTRIBUTES =
            Set.of("href", "class", "rel", "aria-hidden", "role", "aria-label", "tabindex", "scope");

    @Test
    void a_link_that_must_not_be_leaves_its_words() {
        assertThat(markdown.forPage("Read [the **list**](javascript:x) now")).hasToString("""
                <p class="govuk-body">Read the <strong>list</strong> now</p>
                """);
    }

    @Test
    void html_is_shown_as_the_characters_it_is() {
        assertThat(page("a <b>bold</b> claim").text()).isEqualTo("a <b>bold</b> claim");
    }

    @Test
    void a_link_away_says_so_and_one_within_the_site_does_not() {
        Document page = page("[Council](https://council.example/x) [News](/news) [Home](https://bluelamp.example/) "
                + "[Trick](https://bluelamp.example.evil.example/)");
        assertThat(page.select("a").eachText())
                .containsExactly("Council ↗︎ (external website)", "News", "Home", "Trick ↗︎ (external website)");
        assertThat(page.select("a").first().attr("rel")).isEqualTo("external noreferrer nofollow");
    }

    @Test
    void addresses_written_out_become_links() {
        assertThat(page("See www.council.example or write to team@police.example or https://a.example/b.")
                        .select("a")
                        .eachAttr("href"))
                .containsExactly("http://www.council.example", "mailto:team@police.example", "https://a.example/b");
    }

    @Test
    void headings_begin_below_the_title_and_skip_no_level() {
        assertThat(page("### A\n\n##### B\n\n### C\n\n###### D").select("h1,h2,h3,h4,h5,h6"))
                .extracting(Element::tagName)
                .containsExactly("h2", "h3", "h2", "h3");
        assertThat(page("# A\n\n## B\n\n### C").select("h1,h2,h3,h4"))
                .extracting(Element::tagName)
                .containsExactly("h2", "h3", "h4");
    }

    @Test
    void a_hashtag_at_the_start_of_a_line_is_no_heading() {
        assertThat(page("#HertsWeek").select("p").text()).isEqualTo("#HertsWeek");
    }

    @Test
    void pasted_text_keeps_its_lines_and_its_long_lines_become_paragraphs() {
        String sentence = "Officers will be out on foot and by cycle all week long in every town and village here. ";
        Document page = page(sentence.repeat(2) + "\n" + sentence.repeat(3) + "\nWare\nFacebook Ware\nTwitter Ware\n"
                + sentence.repeat(2));
        assertThat(page.select("p")).hasSize(4);
        assertThat(page.select("p").get(2).select("br")).hasSize(2);
        assertThat(page.select("p").get(2).text()).isEqualTo("Ware Facebook Ware Twitter Ware");
    }

    @Test
    void an_indented_line_is_no_program() {
        assertThat(page("One\n\n    two").select("p").eachText()).containsExactly("One", "two");
    }

    @Test
    void a_wide_table_scrolls_on_its_own_and_can_be_reached_by_keyboard() {
        Document page = page("| Day | Visits |\n|---|---:|\n| Monday | 12 |");
        assertThat(page.select("div[tabindex=0][role=region] > table.govuk-table th[scope=col]")
                        .eachText())
                .containsExactly("Day", "Visits");
        assertThat(page.select("td.govuk-table__cell--numeric").text()).isEqualTo("12");
        assertThat(page.select("[align],[style]")).isEmpty();
    }

    @Test
    void a_feed_gets_plain_html_with_absolute_addresses() {
        assertThat(markdown.forFeed("[Team](/your-area/stevenage/stevenage-north)"))
                .hasToString("""
                <p><a rel="nofollow" href="https://bluelamp.example/your-area/stevenage/stevenage-north">Team</a></p>
                """);
    }

    @Test
    void deep_nesting_does_not_exhaust_the_renderer() {
        assertThatCode(() -> page(">".repeat(10_000) + " a")).doesNotThrowAnyException();
        assertThatCode(() -> page("*a ".repeat(3_000) + "b* ".repeat(3_000))).doesNotThrowAnyException();
        assertThatCode(() -> page("[".repeat(20_000))).doesNotThrowAnyException();
    }

    private Document page(String text) {
        return Jsoup.parseBodyFragment(markdown.forPage(text).toString());
    }
}
