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
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LayoutTest {

    private final Pages pages = pages(null);

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
    void pages_of_one_kind_can_be_told_apart_by_their_titles() {
        Document page = parse(
                pages.page(Section.NEWS, "You said, we did").caption("Ware").with(new Text("")));

        assertThat(page.title()).isEqualTo("You said, we did - Ware - Neighbourhood policing in Hertfordshire");
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

    @Test
    void everything_on_a_page_stands_in_a_landmark_but_the_skip_link() {
        for (Content layout : List.of(
                pages.page(Section.NEWS, "A week in town")
                        .crumb("News", "/news")
                        .with(new Text("Hello")),
                pages.page(Section.ALERTS, "Sign up").back("/alerts").with(new Text("Hello")),
                pages.staff(null, "Articles", null).back("/staff").with(new Text("Hello")))) {
            assertThat(parse(layout).body().select("*:not(.govuk-skip-link)"))
                    .filteredOn(Element::hasText)
                    .filteredOn(element -> !element.ownText().isBlank())
                    .allSatisfy(element -> assertThat(element.closest("header, nav, main, footer"))
                            .as(element.outerHtml())
                            .isNotNull());
        }
    }

    @Test
    void the_banner_of_a_new_service_leads_where_somebody_answers_and_promises_nothing_else() {
        assertThat(banner(pages(null)).select("a").eachAttr("href")).containsExactly("tel:101");
        Element outside = banner(pages("https://www.example.police.uk/contact"));
        assertThat(outside.select("a").eachAttr("href")).containsExactly("https://www.example.police.uk/contact");
        assertThat(outside.text()).contains("tell us (another site).");
        Element email = banner(pages("mailto:web@example.police.uk"));
        assertThat(email.select("a").eachAttr("href")).containsExactly("mailto:web@example.police.uk");
        assertThat(email.text()).contains("tell us.").doesNotContain("another site");
    }

    @Test
    void a_page_of_another_force_bears_its_name_and_offers_only_what_serves_it() {
        Document page = parse(pages.page(Section.YOUR_AREA, "Dale West")
                .of("Testshire", "/forces/testshire")
                .with(new Text("")));
        assertThat(page.title()).isEqualTo("Dale West - Neighbourhood policing in Testshire");
        assertThat(page.select(".bl-masthead__home").text()).startsWith("Testshire");
        assertThat(page.select(".bl-masthead__home").attr("href")).isEqualTo("/forces/testshire");
        assertThat(page.text()).doesNotContain("Hertfordshire");
        assertThat(page.select("a[href^=/have-your-say]")).isEmpty();
        assertThat(page.select("a[href=/alerts]")).hasSize(1);
    }

    @Test
    void a_page_that_says_where_it_stands_shows_it_on_paper() {
        Document page =
                parse(pages.page("Ware").at("/your-area/east-herts/ware").with(new Text("")));
        String address = "https://bluelamp.example.police.uk/your-area/east-herts/ware";
        assertThat(page.select("link[rel=canonical]").attr("href")).isEqualTo(address);
        assertThat(page.select(".bl-footer__address").text()).endsWith(address);
        assertThat(parse(pages.page("Ware").with(new Text(""))).select("link[rel=canonical], .bl-footer__address"))
                .isEmpty();
    }

    private static Element banner(Pages pages) {
        return parse(pages.page("Home").with(new Text(""))).selectFirst(".govuk-phase-banner");
    }

    private static Pages pages(@Nullable String contact) {
        return new Pages(
                new Site("Hertfordshire", "https://bluelamp.example.police.uk", contact, Assets.fromClassPath()));
    }

    static Document parse(Content content) {
        StringOutput output = new StringOutput();
        new OwaspHtmlTemplateOutput(output).writeUserContent(content);
        return Jsoup.parse(output.toString());
    }
}
