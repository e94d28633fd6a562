package org.bluelamp.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.Content;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.bluelamp.web.asset.Assets;
import org.bluelamp.web.govuk.Text;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class LayoutTest {

    private final Pages pages = new Pages(new Site("Hertfordshire", Assets.fromClassPath()));

    @Test
    void a_page_says_its_language_and_has_its_landmarks() {
        Document page = parse(pages.page(Section.NEWS, "A week in town").with(new Text("Hello")));

        assertThat(page.selectFirst("html").attr("lang")).isEqualTo("en-GB");
        assertThat(page.title()).isEqualTo("A week in town - Neighbourhood policing in Hertfordshire");
        assertThat(page.select("h1"))
                .hasSize(1)
                .first()
                .extracting(h1 -> h1.text())
                .isEqualTo("A week in town");
        assertThat(page.select("header, nav, main#main-content, footer")).hasSize(4);
        assertThat(page.selectFirst("main").text()).contains("Hello");
    }

    @Test
    void the_first_two_links_lead_to_the_content_and_away_from_the_site() {
        Document page = parse(pages.page("Home").with(new Text("")));

        assertThat(page.select("a").get(0).attr("href")).isEqualTo("#main-content");
        assertThat(page.select("a").get(1).attr("href")).isEqualTo("/leave");
    }

    @Test
    void a_script_in_a_title_stays_text() {
        String evil = "</title><script>alert(1)</script>";
        Document page = parse(pages.page(Section.NEWS, evil).with(new Text(evil)));

        assertThat(page.title()).startsWith(evil);
        assertThat(page.select("script:not([src])")).isEmpty();
        assertThat(page.selectFirst("h1").text()).isEqualTo(evil);
    }

    @Test
    void the_body_is_marked_before_anything_in_it_is_drawn_or_no_component_would_start() throws Exception {
        String path = Assets.fromClassPath().path("enabled.js");
        for (Content layout : List.of(
                pages.page("Home").with(new Text("")),
                pages.staff(null, "Articles", null).with(new Text("")))) {
            Document page = parse(layout);
            assertThat(page.body().child(0).attr("src")).isEqualTo(path);
            assertThat(page.body().child(0).hasAttr("defer")).isFalse();
            assertThat(page.head().select("script:not([type=module])")).isEmpty();
        }
        // What isSupported() of GOV.UK Frontend reads.
        try (var script = getClass().getResourceAsStream("/bluelamp-assets/enabled.js")) {
            assertThat(new String(script.readAllBytes(), StandardCharsets.UTF_8))
                    .contains("document.body.classList.add('govuk-frontend-supported')");
        }
    }

    static Document parse(Content content) {
        StringOutput output = new StringOutput();
        new OwaspHtmlTemplateOutput(output).writeUserContent(content);
        return Jsoup.parse(output.toString());
    }
}
