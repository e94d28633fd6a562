package org.bluelamp.directory.yourarea;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.bluelamp.directory.DirectoryTest;
import org.bluelamp.directory.area.AreaDescription;
import org.bluelamp.directory.area.AreaDetails;
import org.bluelamp.directory.area.AreaRegister;
import org.bluelamp.directory.area.Contact;
import org.bluelamp.directory.area.Neighbourhoods;
import org.bluelamp.directory.area.SocialAccount;
import org.bluelamp.directory.area.Testshire;
import org.bluelamp.directory.demo.DemoData;
import org.bluelamp.directory.geo.GeoJson;
import org.bluelamp.directory.meeting.MeetingDescription;
import org.bluelamp.directory.meeting.MeetingRegister;
import org.bluelamp.directory.meeting.Schedule;
import org.bluelamp.testing.web.Answer;
import org.bluelamp.testing.web.Caller;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A second force in the installation: its pages are of the same kind and stand apart. */
@DirectoryTest
class OtherForceTest {

    @LocalServerPort
    private int port;

    @Autowired
    private AreaRegister register;

    @Autowired
    private MeetingRegister meetings;

    @Autowired
    private Neighbourhoods neighbourhoods;

    @Autowired
    private JdbcClient database;

    @BeforeEach
    void another_force() {
        register.put(Testshire.areas());
    }

    @AfterEach
    void as_it_was() {
        database.sql("delete from meeting where area like 'testshire/%'").update();
        Testshire.forget(database);
        neighbourhoods.held().refresh();
    }

    @Test
    void the_own_forces_page_lists_the_others() {
        Document page = web().page("/your-area");
        assertThat(page.select("main a[href=/forces/testshire]").text()).isEqualTo("Testshire");
        assertThat(page.select("main ol > li > a").eachAttr("href")).allMatch(href -> href.startsWith("/your-area/"));
    }

    @Test
    void alone_a_force_lists_no_others() {
        as_it_was();
        assertThat(web().page("/your-area").select("#forces")).isEmpty();
    }

    @Test
    void its_page_lists_its_districts_and_neighbourhoods_under_its_own_label() {
        Document page = web().page("/forces/testshire");
        assertThat(page.select("h1").text()).isEqualTo("Testshire");
        assertThat(page.select("main").text()).contains("Safer Dale Team");
        assertThat(page.select("main ol a").eachAttr("href"))
                .containsExactly(
                        "/forces/testshire/dale", "/forces/testshire/dale/east", "/forces/testshire/dale/west");
        assertThat(page.select("svg a").eachAttr("href")).containsExactly("/forces/testshire/dale");
        assertThat(page.select("#forces + ul a").eachAttr("href")).containsExactly("/your-area");
    }

    @Test
    void its_districts_and_neighbourhoods_have_pages_that_stay_within_it() {
        Document district = web().page("/forces/testshire/dale");
        assertThat(district.select(".govuk-breadcrumbs a").eachAttr("href"))
                .containsExactly("/your-area", "/forces/testshire");
        assertThat(district.select("main ol a").eachText()).containsExactly("Dale East", "Dale West");
        Document page = web().page("/forces/testshire/dale/west");
        assertThat(page.select("h1").text()).contains("Dale West");
        assertThat(page.select(".govuk-caption-xl, .govuk-caption-l").text()).isEqualTo("Safer Dale Team");
        assertThat(page.select(".govuk-breadcrumbs a").eachAttr("href"))
                .containsExactly("/your-area", "/forces/testshire", "/forces/testshire/dale");
        assertThat(page.select("main a[href^=/forces/]").eachAttr("href"))
                .contains("/forces/testshire/dale/east")
                .allMatch(href -> href.startsWith("/forces/testshire/dale/"));
        assertThat(page.select("main a[href^=/alerts/]").attr("href"))
                .isEqualTo("/alerts/sign-up?area=testshire/dale/west");
        assertThat(page.select("main a[href^=/have-your-say]")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/forces/testshire", "/forces/testshire/dale", "/forces/testshire/dale/west"})
    void its_pages_stand_under_its_own_name_and_promise_nothing_that_serves_the_own_force_alone(String path) {
        Document page = web().page(path);
        assertThat(page.select(".bl-masthead__home").text()).startsWith("Testshire");
        assertThat(page.select(".bl-masthead__home").attr("href")).isEqualTo("/forces/testshire");
        assertThat(page.title()).endsWith("Neighbourhood policing in Testshire");
        assertThat(page.text()).doesNotContainIgnoringCase("write to the team").doesNotContain("Or call 101");
        assertThat(page.select("a[href^=/have-your-say], a[href^=/you-said]")).isEmpty();
    }

    @Test
    void a_meeting_of_its_team_stands_under_its_name_with_the_whole_way_there() {
        meetings.put(
                Testshire.WEST,
                List.of(new MeetingDescription(
                        "Market stall",
                        null,
                        "meeting",
                        "The market",
                        Schedule.once(Instant.now().plusSeconds(86_400), null),
                        Map.of("whatsapp", "https://whatsapp.example.org/dale"),
                        null)),
                DemoData.SOURCE);
        String path = web().page("/forces/testshire/dale/west")
                .select("#meetings + ul a")
                .attr("href");
        Document page = web().page(path);
        assertThat(page.select(".bl-masthead__home").text()).startsWith("Testshire");
        assertThat(page.select(".govuk-breadcrumbs a").eachAttr("href"))
                .containsExactly(
                        "/your-area", "/forces/testshire", "/forces/testshire/dale", "/forces/testshire/dale/west");
        assertThat(page.select("main").text()).contains("WhatsApp https://whatsapp.example.org/dale (another site)");
    }

    @Test
    void what_it_says_of_itself_and_how_it_engages_with_people_stands_on_its_page() {
        register.put(List.of(new AreaDescription(
                Testshire.FORCE,
                "Testshire",
                "Safer Dale Team",
                new Contact("hello@testshire.example.org", "01632 960001", "https://www.testshire.example.org/"),
                List.of(new SocialAccount("tiktok", "@testshire", "https://www.tiktok.com/@testshire")),
                null,
                null,
                new AreaDetails(
                        "<p>We serve <b>Dale</b>.</p>",
                        null,
                        null,
                        List.of(
                                new AreaDetails.Link("Facebook", "https://www.facebook.com/testshire", "Ask us there"),
                                new AreaDetails.Link("Street stalls", null, "Each Saturday on the market")),
                        Map.of()),
                null,
                DemoData.SOURCE)));
        Document page = web().page("/forces/testshire");
        assertThat(page.select(".bl-prose b").text()).isEqualTo("Dale");
        assertThat(page.select("main li").eachText())
                .contains(
                        "Facebook (another site) Ask us there",
                        "Street stalls Each Saturday on the market",
                        "TikTok: @testshire (another site)",
                        "Phone: 01632 960001",
                        "The force’s own site (another site)");
        assertThat(page.select("main a").eachAttr("href"))
                .contains("mailto:hello@testshire.example.org", "https://www.facebook.com/testshire");
    }

    @Test
    void what_its_source_tells_of_a_neighbourhood_stands_on_its_page_and_what_it_does_not_tell_is_left_out() {
        register.put(List.of(new AreaDescription(
                Testshire.WEST,
                "Dale West",
                "Safer Dale Team",
                new Contact(null, null, "https://www.testshire.example.org/dale-west"),
                List.of(),
                null,
                null,
                new AreaDetails(
                        null,
                        19_900,
                        null,
                        List.of(new AreaDetails.Link("Dale Council", "https://www.dale.example.org/", null)),
                        Map.of("mobile", "07700 900123", "blog", "https://blog.example.org/", "fax", "01632 960002")),
                Testshire.square(0, 1),
                DemoData.SOURCE)));
        Document page = web().page("/forces/testshire/dale/west");
        assertThat(page.select("main").text())
                .contains(
                        "This team looks after about 19,900 people.",
                        "Dale West on the force’s own site (another site)",
                        "Dale Council (another site)",
                        "Fax 01632 960002");
        assertThat(page.select("main a").eachAttr("href")).contains("tel:07700900123", "https://blog.example.org/");
        assertThat(web().page("/forces/testshire/dale/east").select("main").text())
                .doesNotContain("looks after", "force’s own site", "Fax");
    }

    @ParameterizedTest
    @CsvSource({
        "/forces, /your-area",
        "/forces/hertfordshire, /your-area",
        "/forces/hertfordshire/watford, /your-area/watford",
        "/forces/hertfordshire/watford/town-centre, /your-area/watford/town-centre",
    })
    void the_own_forces_areas_have_one_address(String asked, String address) {
        Answer answer = web().get(asked);
        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.response().headers().firstValue("Location")).contains(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/your-area/dale",
                "/your-area/dale/west",
                "/forces/atlantis",
                "/forces/testshire/atlantis",
                "/forces/testshire/dale/atlantis",
                "/forces/Testshire",
                "/forces/testshire/dale/west/north"
            })
    void what_is_not_there_is_not_found(String path) {
        assertThat(web().get(path).status()).isEqualTo(404);
    }

    @Test
    void its_areas_are_found_and_told_with_their_own_addresses() {
        assertThat(web().get("/find?q=dale+west").response().headers().firstValue("Location"))
                .contains("/forces/testshire/dale/west");
        assertThat(web().get("/api/v1/directory/areas/testshire/dale/west").body())
                .contains("\"path\":\"/forces/testshire/dale/west\"");
        assertThat(web().get("/api/v1/directory/locate?lat=0.5&lng=0.5").body()).contains("testshire/dale/west");
    }

    @Test
    void a_hole_and_a_part_far_away_are_drawn_as_such() {
        Geometry lake = box(0.4, 0.6);
        Geometry island = box(1.2, 1.3);
        register.put(List.of(
                Testshire.area(
                        Testshire.WEST,
                        "Dale West",
                        Testshire.square(0, 1).difference(lake).union(island)),
                Testshire.area(Testshire.EAST, "Dale East", lake)));
        String drawn = web().page("/forces/testshire/dale/west")
                .select("svg path.bl-map__here")
                .attr("d");
        assertThat(drawn.chars().filter(c -> c == 'M')).hasSize(3);
        assertThat(drawn.chars().filter(c -> c == 'z')).hasSize(3);
        assertThat(web().page("/forces/testshire/dale").select("svg path").eachAttr("fill-rule"))
                .containsOnly("evenodd");
        assertThat(neighbourhoods.at(0.5, 0.5)).contains(Testshire.EAST);
        assertThat(neighbourhoods.at(1.25, 0.5)).contains(Testshire.WEST);
    }

    private static Geometry box(double west, double east) {
        return GeoJson.GEOMETRIES.toGeometry(new Envelope(west, east, 0.4, 0.6));
    }

    private Caller web() {
        return new Caller(port);
    }
}
