package org.bluelamp.news.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PastedHtmlTest {

    private final Markdown markdown =
            new Markdown(URI.create("https://bluelamp.example"), code -> Optional.empty(), code -> Optional.empty());

    @Test
    void a_page_with_headings_lists_links_and_a_table_becomes_what_an_editor_would_have_typed() {
        assertThat(PastedHtml.toMarkdown("""
                        <html><head><title>x</title><style>p {color: red}</style></head><body>
                        <h1>Meet <b>us</b></h1>
                        <p>Come to the <a href="https://example.org/library" onclick="steal()">library</a>
                           on <strong>Saturday</strong>.<br>Bring <em>your bike </em>too.</p>
                        <ul><li>One</li><li><p>Two</p><ul><li>Inside</li></ul></li></ul>
                        <ol><li>First</li><li>Second</li></ol>
                        <blockquote><p>Said one.</p><p>And more.</p></blockquote>
                        <table><tr><th>Day</th><th>Where</th></tr><tr><td>Monday</td><td>A | B</td></tr></table>
                        </body></html>
                        """)).isEqualTo("""
                        ## Meet us

                        Come to the [library](https://example.org/library) on **Saturday**.
                        Bring *your bike* too.

                        - One
                        - Two
                          - Inside

                        1. First
                        2. Second

                        > Said one.
                        >
                        > And more.

                        | Day | Where |
                        | --- | --- |
                        | Monday | A \\| B |""");
    }

    @Test
    void what_word_processors_write_comes_out_clean() {
        assertThat(PastedHtml.toMarkdown("""
                        <!--StartFragment--><b style="font-weight:normal;" id="docs-internal-guid-1"><p dir="ltr">
                        <span style="font-size:11pt">Hello&nbsp;there</span></p></b>
                        <p class=MsoListParagraph><span>\u00B7<span>&nbsp;&nbsp; </span></span>An item<o:p></o:p></p>
                        <p class=MsoNormal><o:p>&nbsp;</o:p></p><!--EndFragment-->""")).isEqualTo("Hello\u00A0there\n\n- An item");
    }

    @Test
    void signs_that_mean_something_in_markdown_stay_signs() {
        String markdownText =
                PastedHtml.toMarkdown("<p># 1 *of* [two] 3 &lt; 4 a_b</p><p>2026. A year</p><p>- 5 degrees</p>");

        assertThat(markdown.forFeed(markdownText).toString())
                .isEqualToIgnoringWhitespace("<p># 1 *of* [two] 3 &lt; 4 a_b</p><p>2026. A year</p><p>- 5 degrees</p>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>Hello",
                "<p onmouseover=alert(1)>Hello</p>",
                "<a href='javascript:alert(1)'>Hello</a>",
                "<a href=' JaVa\tScRiPt:alert(1)'>Hello</a>",
                "<svg onload=alert(1)><script>alert(1)</script></svg>Hello",
                "<iframe src='https://evil.example'>x</iframe>Hello",
                "<img src=x onerror=alert(1)>Hello",
                "<img src='data:text/html,<script>alert(1)</script>'>Hello",
                "<style>@import 'https://evil.example'</style>Hello",
                "<p hidden>secret</p><p style='display: none'>secret</p><p>Hello</p>",
                "&lt;script&gt;alert(1)&lt;/script&gt;Hello",
                "Hello<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
                "<template><img src=x onerror=alert(1)></template>Hello"
            })
    void what_could_do_harm_does_none(String html) {
        String shown = markdown.forPage(PastedHtml.toMarkdown(html)).toString();

        assertThat(shown)
                .contains("Hello")
                .doesNotContain("<script", "<img", "<svg", "<iframe", "<style", "javascript:", "onerror=", "secret")
                .doesNotContainPattern("<[^>]+ on\\w+=");
    }

    @Test
    void very_deep_nesting_and_very_many_elements_are_no_trouble() {
        assertThat(PastedHtml.toMarkdown("<div>".repeat(5_000) + "deep")).contains("deep");
        assertThat(PastedHtml.toMarkdown("<b><i>".repeat(5_000) + "deep")).contains("deep");
        assertThat(PastedHtml.toMarkdown("<ul><li>".repeat(1_000) + "deep")).contains("deep");
    }

    @Test
    void in_a_text_that_was_typed_only_the_parts_with_html_change() {
        assertThat(PastedHtml.tidied("""
                        ## Come **early**

                        One line
                        and another, see [us](https://example.org)

                        <div><p>Pasted &amp; <b>bold</b></p>

                        <ul><li>an item</li></ul></div>

                        A line with<br>a <i>little</i>
                        of it

                        <style>p {

                        color: red }</style>
                        - typed""")).isEqualTo("""
                        ## Come **early**

                        One line
                        and another, see [us](https://example.org)

                        Pasted & **bold**

                        - an item

                        A line with
                        a *little*
                        of it

                        - typed""");
    }

    @Test
    void text_without_html_is_not_taken_for_it() {
        assertThat(PastedHtml.isIn("3 < 4 and <3, a > b, see <https://example.org>"))
                .isFalse();
        assertThat(PastedHtml.isIn("Hello<br>there")).isTrue();
        assertThat(PastedHtml.isIn("<P CLASS=x>Hello</P>")).isTrue();
    }
}
