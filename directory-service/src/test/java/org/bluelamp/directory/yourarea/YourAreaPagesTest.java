package org.bluelamp.directory.yourarea;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bluelamp.directory.DirectoryTest;
import org.bluelamp.directory.area.AreaDescription;
import org.bluelamp.directory.area.AreaDetails;
import org.bluelamp.directory.area.AreaRegister;
import org.bluelamp.directory.area.Contact;
import org.bluelamp.directory.demo.DemoData;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.testing.web.Answer;
import org.bluelamp.testing.web.Caller;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@DirectoryTest
class YourAreaPagesTest {

    @LocalServerPort
    private int port;

    @Autowired
    private AreaRegister areas;

    @Autowired
    private JdbcClient database;

    @Test
    void the_first_page_offers_one_box_and_every_district() {
        Document page = web().page("/");
        assertThat(page.select("form[action=/find] input[name=q]")).hasSize(1);
        assertThat(page.select("main a[href^=/your-area/]").eachText())
                .containsExactly(
                        "Broxbourne",
                        "Dacorum",
                        "East Herts",
                        "Hertsmere",
                        "North Herts",
                        "St Albans",
                        "Stevenage",
                        "Three Rivers",
                        "Watford",
                        "Welwyn Hatfield");
        assertThat(page.select("main").text()).contains("In an emergency call 999");
    }

    @Test
    void a_postcode_in_the_box_leads_to_its_neighbourhood() {
        Answer answer = web().get("/find?q=sg13ae");
        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.header("Location")).isEqualTo("/your-area/stevenage/stevenage-north");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "SW1A 1AA", "Xyzzyvale", "HP23 9ZZ", "Hemel Hempstead", "SG1", "langley"})
    void whatever_is_not_found_directly_has_a_page_that_helps_on_and_keeps_the_text(String typed) {
        Document page = web().page("/find?q=" + Caller.encoded(typed));
        assertThat(page.select("input[name=q]").val()).isEqualTo(typed);
        assertThat(page.select("main a[href^=/your-area]")).isNotEmpty();
    }

    @Test
    void script_in_the_box_is_shown_as_text() {
        String typed = "\"><script>alert(1)</script>";
        Answer answer = web().get("/find?q=" + Caller.encoded(typed));
        assertThat(answer.body()).doesNotContain("<script>alert");
        assertThat(web().page("/find?q=" + Caller.encoded(typed))
                        .select("input[name=q]")
                        .val())
                .isEqualTo(typed);
    }

    @Test
    void a_neighbourhood_shows_who_works_there_and_how_to_reach_them() {
        Document page = web().page("/your-area/stevenage/stevenage-north");
        assertThat(page.select("h1").text()).isEqualTo("Stevenage North");
        String text = page.select("main").text();
        assertThat(text)
                .contains(
                        "Neighbourhood Policing Team",
                        "PC Neil Griffiths",
                        "Sgt Daniel Dabrowski Sergeant, leads the team",
                        "PCSO Leon Clegg",
                        "999",
                        "101",
                        "18001 101",
                        "stevenage-north@hertfordshire.example.org",
                        "@StevenagePolice",
                        "As known since");
        assertThat(text.indexOf("PC Neil Griffiths")).isLessThan(text.indexOf("Sgt Daniel Dabrowski"));
        assertThat(page.select("a[href='/alerts/sign-up?area=hertfordshire/stevenage/stevenage-north']"))
                .hasSize(1);
        assertThat(page.select("a[href=/have-your-say/stevenage/stevenage-north]"))
                .hasSize(1);
        assertThat(page.select("main a").eachText()).contains("Stevenage South");
    }

    @Test
    void a_team_without_a_sergeant_says_who_stands_in() {
        assertThat(web().page("/your-area/hertsmere/radlett").select("main").text())
                .contains("Vacant: Sergeant", "leads this team as well until the post is filled");
    }

    @Test
    void whoever_opens_a_neighbourhood_finds_every_way_to_reach_its_team() {
        Document page = web().page("/your-area/stevenage/stevenage-north");
        assertThat(page.select("main a").eachAttr("href"))
                .contains(
                        "tel:999",
                        "tel:18000",
                        "tel:101",
                        "tel:18001101",
                        "tel:0800555111",
                        "mailto:stevenage-north@hertfordshire.example.org",
                        "mailto:neil.griffiths@hertfordshire.example.org",
                        "/have-your-say/stevenage/stevenage-north/contact");
        assertThat(page.select(".bl-contact").text())
                .contains("You get an answer within 72 hours", "I have walked this beat for six years");
    }

    @Test
    void cover_is_said_with_its_last_day() {
        assertThat(web().page("/your-area/stevenage/stevenage-north")
                        .select(".bl-person:contains(Manjit Stanhope)")
                        .text())
                .containsPattern("PC Paige Achebe covers until \\d{1,2} \\w+\\. On a course");
    }

    @Test
    void every_part_says_since_when_it_is_known() {
        Document page = web().page("/your-area/watford/town-centre");
        for (String part :
                new String[] {"#team ~ .bl-meta", ".bl-station .bl-meta", "h2:contains(Follow) ~ .bl-meta"}) {
            assertThat(page.select(part).first()).isNotNull();
            assertThat(page.select(part).first().text()).contains("As known since");
            assertThat(page.select(part).first().select("time[datetime]")).isNotEmpty();
        }
    }

    @Test
    void a_page_stands_without_team_stations_accounts_and_text() {
        AreaCode bare = new AreaCode("atlantis/all/harbour");
        try {
            areas.put(List.of(
                    area(new AreaCode("atlantis"), "Atlantis"),
                    area(new AreaCode("atlantis/all"), "Atlantis"),
                    area(bare, "Harbour")));
            String text =
                    web().page("/forces/atlantis/all/harbour").select("main").text();
            assertThat(text)
                    .contains(
                            "We do not have the names of this team yet",
                            "We do not have a station or contact point for this team",
                            "There is no news of this area",
                            "999")
                    .doesNotContain("Write to the team", "Follow the police");
        } finally {
            database.sql("delete from area where code like 'atlantis/all/%'").update();
            database.sql("delete from area where code = 'atlantis/all'").update();
            database.sql("delete from area where code = 'atlantis'").update();
        }
    }

    private static AreaDescription area(AreaCode code, String name) {
        return new AreaDescription(
                code, name, "Team", Contact.NONE, List.of(), null, null, AreaDetails.NONE, null, DemoData.SOURCE);
    }

    @Test
    void the_map_is_a_list_of_links_that_agree_with_the_list_beside_it() {
        Document page = web().page("/your-area");
        assertThat(page.select("svg a")).hasSize(10);
        assertThat(page.select("svg a").eachAttr("aria-label")).startsWith("1 Broxbourne", "2 Dacorum");
        assertThat(page.select("main ol > li > a").eachAttr("href"))
                .isEqualTo(page.select("svg a").eachAttr("href"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/your-area", "/your-area/dacorum", "/your-area/stevenage/stevenage-north"})
    void every_area_on_a_map_has_a_name_to_hear_and_stands_in_a_list_too(String path) {
        Document page = web().page(path);
        assertThat(page.select("svg[role=group]").attr("aria-label")).isNotBlank();
        assertThat(page.select("svg a")).isNotEmpty().allSatisfy(area -> {
            assertThat(area.attr("aria-label")).isNotBlank();
            assertThat(area.attr("tabindex"))
                    .as("reached in the order of the page")
                    .isEmpty();
        });
        assertThat(page.select("main li a").eachAttr("href"))
                .containsAll(page.select("svg a").eachAttr("href"));
    }

    @Test
    void a_page_of_a_team_is_printed_with_its_address_and_without_what_is_past() {
        Document page = web().page("/your-area/stevenage/stevenage-north");
        assertThat(page.select(".bl-footer__address").text())
                .endsWith("http://localhost:8080/your-area/stevenage/stevenage-north");
        assertThat(page.select("details:contains(Get all meetings), details:contains(Meetings of the last year)"))
                .isNotEmpty()
                .allMatch(details -> details.hasClass("bl-not-printed"));
    }

    @Test
    void times_are_those_of_one_clock_wherever_they_stand() {
        for (String path : new String[] {"/your-area/stevenage/stevenage-north", "/your-area/stevenage"}) {
            assertThat(web().page(path).select("main").text())
                    .doesNotContainPattern("\\b\\d?\\d:\\d\\d(?!am|pm)")
                    .doesNotContainPattern("\\d:00(am|pm)")
                    .containsPattern("\\d(am|pm) to ");
        }
    }

    @Test
    void a_link_to_another_site_says_so_and_all_say_it_alike() {
        for (String path :
                new String[] {"/your-area", "/your-area/stevenage", "/your-area/stevenage/stevenage-north"}) {
            assertThat(web().page(path).select("main a[href^=http]"))
                    .allSatisfy(link -> assertThat(link.text()).endsWith("(another site)"));
        }
    }

    @Test
    void a_district_lists_its_neighbourhoods_with_the_places_they_serve() {
        Document page = web().page("/your-area/dacorum");
        assertThat(page.select("main ol > li")).hasSize(4);
        assertThat(page.select("main").text()).contains("Berkhamsted", "Tring", "Kings Langley");
    }

    @Test
    void pages_say_that_the_data_is_made_up() {
        for (String path : new String[] {"/", "/your-area", "/your-area/watford", "/your-area/watford/town-centre"}) {
            assertThat(web().page(path).select("main").text()).contains("This is demonstration data.");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/your-area/atlantis",
                "/your-area/watford/atlantis",
                "/your-area/Watford/town-centre",
                "/your-area/watford/..%2f",
                "/your-area/watford/a_b"
            })
    void an_area_that_does_not_exist_is_not_found(String path) {
        assertThat(web().get(path).status()).isIn(400, 404);
    }

    @Test
    void an_unchanged_page_is_not_sent_again() {
        Answer first = web().get("/your-area/watford/town-centre");
        String etag = first.header("ETag");
        assertThat(etag).startsWith("W/");
        assertThat(first.header("Cache-Control")).isEqualTo("public, max-age=10, stale-if-error=3600");
        assertThat(first.header("Set-Cookie")).isEmpty();
        assertThat(web().with("If-None-Match", etag)
                        .get("/your-area/watford/town-centre")
                        .status())
                .isEqualTo(304);
    }

    private Caller web() {
        return new Caller(port);
    }
}
