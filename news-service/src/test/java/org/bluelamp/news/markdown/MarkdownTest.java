package org.bluelamp.news.markdown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownTest {

    private static final OwnPicture KNOWN =
            new OwnPicture("0123456789abcdef".repeat(4), "jpg", List.of(320, 640, 1_000), 500, false);

    private final Markdown markdown = new Markdown(
            URI.create("https://bluelamp.example"),
            code -> KNOWN.hash().startsWith(code) ? Optional.of(KNOWN) : Optional.empty(),
            code -> code.startsWith("f1")
                    ? Optional.of(new OwnFile("/news/files/f1/map.pdf", "PDF, 12 KB"))
                    : Optional.empty());

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
                "![x](https://a.example/pixel.png)",
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

    @Test
    void a_picture_of_ours_is_shown_in_all_its_widths_with_its_place_kept_free() {
        Element picture = Jsoup.parse(markdown.forPage("![A *red* van](picture:0123456789abcdef)")
                        .toString())
                .expectFirst("img");
        String folder = "/news/pictures/" + KNOWN.hash();
        assertThat(picture.attr("alt")).isEqualTo("A red van");
        assertThat(picture.attr("src")).isEqualTo(folder + "/1000.jpg");
        assertThat(picture.attr("srcset"))
                .isEqualTo(folder + "/320.jpg 320w, " + folder + "/640.jpg 640w, " + folder + "/1000.jpg 1000w");
        assertThat(picture.attr("width") + "x" + picture.attr("height")).isEqualTo("1000x500");
        assertThat(markdown.forPage("![A van](" + folder + "/320.jpg)").toString())
                .contains("alt=\"A van\"");
        assertThat(markdown.forFeed("![A van](picture:0123456789abcdef)").toString())
                .contains("<img src=\"https://bluelamp.example" + folder + "/1000.jpg\" alt=\"A van\" />");
    }

    @Test
    void an_image_from_elsewhere_is_a_link_and_one_that_could_do_harm_is_its_words() {
        assertThat(markdown.forPage("![Map](https://tracker.example/map.png)").toString())
                .doesNotContain("<img")
                .contains("href=\"https://tracker.example/map.png\"");
        assertThat(markdown.forPage("![](https://tracker.example/map.png)").toString())
                .contains(">https://tracker.example/map.png<");
        assertThat(markdown.forPage("[![Map](https://a.example/map.png)](https://b.example)")
                        .toString())
                .contains("href=\"https://b.example\"")
                .doesNotContain("a.example");
        assertThat(markdown.forPage("![x](data:image/svg+xml,<svg/onload=alert(1)>) ![y](javascript:alert(1))")
                        .toString())
                .doesNotContain("<img", "href");
        assertThat(markdown.forPage("![z](picture:ffffffffffffffff)").toString())
                .doesNotContain("<img", "href");
    }

    @Test
    void a_writer_is_told_the_line_of_a_picture_that_is_not_described_or_not_there() {
        assertThat(markdown.libraryFault("One\r\n\r\n![](picture:0123456789abcdef)")
                        .orElseThrow())
                .startsWith("Line 3 of the text: describe the picture");
        assertThat(markdown.libraryFault("![Van](picture:ffffffffffffffff)").orElseThrow())
                .startsWith("Line 1 of the text: there is no picture ffffffffffffffff");
        assertThat(markdown.libraryFault("![Van](picture:0123456789abcdef) ![](https://a.example/b.png)"))
                .isEmpty();
    }

    @Test
    void a_file_of_ours_is_offered_with_its_kind_and_size() {
        assertThat(markdown.forPage("[Map](file:f1f1f1f1f1f1f1f1)").toString())
                .contains("href=\"/news/files/f1/map.pdf\">Map (PDF, 12 KB)</a>");
        assertThat(markdown.forPage("[Map](file:0000000000000000) [x](file:///etc/passwd)")
                        .toString())
                .doesNotContain("href");
        assertThat(markdown.libraryFault("\n[Map](file:0000000000000000)").orElseThrow())
                .startsWith("Line 2 of the text: there is no file");
        assertThat(markdown.libraryFault("[Map](file:f1f1f1f1f1f1f1f1)")).isEmpty();
    }
}
