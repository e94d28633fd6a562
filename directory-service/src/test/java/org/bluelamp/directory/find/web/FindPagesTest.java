package org.bluelamp.directory.find.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.bluelamp.directory.importing.ImportRun;
import org.bluelamp.directory.importing.ImportTest;
import org.bluelamp.directory.postcode.Postcodes;
import org.bluelamp.testing.web.Answer;
import org.bluelamp.testing.web.Caller;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The pages after a search, and what programs are told, by a table of postcodes that was imported. */
@ImportTest
class FindPagesTest {

    private static final String TABLE = """
            pcds,doterm,lat,long,pfa
            SG12 9ZZ,,51.811,-0.031,E23000027
            SG12 0XX,201905,51.811,-0.031,E23000027
            CB2 1TN,,52.203,0.124,E23000023
            CB2 0XX,200112,52.203,0.124,E23000023
            IM1 1AA,,54.150,-4.480,M99999999
            """;

    @TempDir
    private Path folder;

    @LocalServerPort
    private int port;

    @Autowired
    private ImportRun imports;

    @Autowired
    private Postcodes postcodes;

    @BeforeEach
    void table() throws IOException {
        Path file = Files.writeString(folder.resolve("table.csv"), TABLE);
        assertThat(imports.run("postcodes", file, "--fewer").exit()).isZero();
        postcodes.held().refresh();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SG12 0XX   | SG12 0XX ended in May 2019",
                "cb2 0xx    | CB2 0XX ended in December 2001",
                "CB2 1TN    | CB2 1TN is outside our area",
                "CB2        | CB2 is outside our area",
                "IM1 1AA    | IM1 1AA is outside our area",
                "SG12 9ZX   | We do not know the postcode SG12 9ZX",
                "zz1 1aa    | ZZ1 1AA is not a postcode",
                "ZZ1        | ZZ1 is not a postcode",
                "CB99 1AA   | CB99 1AA is not a postcode",
                "SG99 9ZZ   | We know of no postcode that begins with SG99",
                "High Street| Which High Street?",
                "Crib Street| Is it Crib Street, Ware?",
                "Xyzzyvale  | We did not find that place",
                "''         | Find your Neighbourhood Policing Team",
            })
    void each_way_of_not_finding_has_a_page_with_its_heading_and_keeps_what_was_typed(String typed, String heading) {
        Document page = new Caller(port).page("/find?q=" + Caller.encoded(typed));
        assertThat(page.select("h1").eachText()).containsExactly(heading);
        assertThat(page.select("input[name=q]").val()).isEqualTo(typed);
        assertThat(page.title()).startsWith(heading);
        assertThat(page.select("a[href=/your-area#map]").eachText()).contains("Choose on a map");
    }

    @Test
    void a_full_postcode_goes_straight_to_its_team() {
        Answer answer = new Caller(port).get("/find?q=sg129zz");
        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.response().headers().firstValue("Location")).hasValue("/your-area/east-herts/ware");
    }

    @Test
    void a_terminated_postcode_leads_to_the_team_where_it_lay() {
        Document page = new Caller(port).page("/find?q=SG12+0XX");
        assertThat(page.text()).contains("Royal Mail no longer uses this postcode. It lay where this team works.");
        assertThat(page.select(".bl-choices a").eachText()).containsExactly("Ware");
    }

    @Test
    void outside_the_force_is_named_and_the_national_site_is_one_link_away() {
        Document page = new Caller(port).page("/find?q=CB2+1TN");
        assertThat(page.text()).contains("Cambridgeshire Constabulary looks after it.");
        assertThat(page.select("main a[rel~=external]").attr("href"))
                .isEqualTo("https://www.police.uk/pu/your-area/?q=CB2+1TN");
        assertThat(new Caller(port).page("/find?q=IM1+1AA").text())
                .contains("Another police force looks after it. The national site can tell you which one.");
    }

    @Test
    void a_street_of_many_towns_names_them() {
        assertThat(new Caller(port)
                        .page("/find?q=High+Street")
                        .select(".bl-choices li")
                        .eachText())
                .anySatisfy(choice -> assertThat(choice).isEqualTo("High Street, Ware, Ware team"));
    }

    @Test
    void a_street_that_we_know_once_is_a_guess_with_its_town_and_says_why() {
        Document page = new Caller(port).page("/find?q=12+Crib+Street");
        assertThat(page.select(".bl-choices li").eachText()).containsExactly("Crib Street, Ware, Ware team");
        assertThat(page.select(".bl-choices a").eachAttr("href")).containsExactly("/your-area/east-herts/ware");
        assertThat(page.text()).contains("It is the only street of that name that we know of");
    }

    @Test
    void what_cannot_be_a_postcode_is_not_sent_to_another_force() {
        Document page = new Caller(port).page("/find?q=ZZ1+1AA");
        assertThat(page.text())
                .contains("No place in the United Kingdom has a postcode that begins with ZZ.")
                .doesNotContain("outside our area", "Another police force");
        assertThat(page.select("main a[rel~=external]")).isEmpty();
        Document doubtful = new Caller(port).page("/find?q=SG99+9ZZ");
        assertThat(doubtful.text()).contains("It may be mistyped.", "Look up SG99 9ZZ at police.uk (another site)");
    }

    @Test
    void the_place_of_a_device_goes_straight_to_its_team_and_stands_in_no_address() {
        Answer answer = new Caller(port).post("/find", here("51.811", "-0.031", "20"));
        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.response().headers().firstValue("Location")).hasValue("/your-area/east-herts/ware");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    }

    @ParameterizedTest
    @CsvSource({
        "48.85, 2.35, 20, You are outside our area",
        "51.811, -0.031, 30000, We could not tell where you are",
        "north, west, near, We could not tell where you are",
        "NaN, Infinity, 1e999, We could not tell where you are",
        "'', '', '', We could not tell where you are",
    })
    void a_place_that_does_not_help_has_a_page_that_says_so(
            String latitude, String longitude, String accuracy, String heading) {
        Answer answer = new Caller(port).post("/find", here(latitude, longitude, accuracy));
        assertThat(answer.status()).isEqualTo(200);
        Document page = Jsoup.parse(answer.body());
        assertThat(page.select("h1").text()).isEqualTo(heading);
        assertThat(page.select("form[data-bluelamp-locate]")).isEmpty();
        assertThat(page.select("input[name=q]")).hasSize(1);
    }

    @Test
    void a_device_that_knows_its_place_only_to_kilometres_is_told_so() {
        assertThat(Jsoup.parse(new Caller(port)
                                .post("/find", here("51.8", "0", "30000"))
                                .body())
                        .text())
                .contains("Your device knows where it is only to about 30 km");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/find", "/your-area", "/your-area/stevenage"})
    void use_my_location_is_hidden_until_a_script_can_do_it(String path) {
        List<Element> forms = new Caller(port).page(path).select("form[data-bluelamp-locate]");
        assertThat(forms).singleElement().satisfies(form -> {
            assertThat(form.hasAttr("hidden")).isTrue();
            assertThat(form.attr("method")).isEqualTo("post");
            assertThat(form.select("[role=status]")).hasSize(1);
        });
    }

    @Test
    void what_was_typed_is_shown_as_text_and_nothing_else() {
        String page = new Caller(port)
                .get("/find?q=" + Caller.encoded("\"><script>alert(1)</script>"))
                .body();
        assertThat(page).doesNotContain("<script>alert");
    }

    @Test
    void programs_are_told_the_reason_and_what_is_known_all_the_same() {
        JsonNode ended = problem("/postcodes/SG120XX");
        assertThat(ended.path("reason").asString()).isEqualTo("terminated");
        assertThat(ended.path("terminated").asString()).isEqualTo("2019-05-01");
        assertThat(ended.path("neighbourhood").asString()).isEqualTo("hertfordshire/east-herts/ware");
        JsonNode outside = problem("/postcodes/CB21TN");
        assertThat(outside.path("reason").asString()).isEqualTo("outside");
        assertThat(outside.path("forceName").asString()).isEqualTo("Cambridgeshire Constabulary");
        assertThat(outside.has("terminated")).isFalse();
        assertThat(problem("/postcodes/SG129ZX").path("reason").asString()).isEqualTo("unknown");
        assertThat(problem("/postcodes/ZZ11AA").path("reason").asString()).isEqualTo("impossible");
        assertThat(problem("/postcodes/SG999ZZ").path("reason").asString()).isEqualTo("unknown");
        assertThat(problem("/locate?lat=48.85&lng=2.35").path("reason").asString())
                .isEqualTo("outside");
    }

    private JsonNode problem(String path) {
        Answer answer = new Caller(port).with("Accept", "application/json").get("/api/v1/directory" + path);
        assertThat(answer.status()).isEqualTo(404);
        return JsonMapper.shared().readTree(answer.body());
    }

    private static Map<String, String> here(String latitude, String longitude, String accuracy) {
        return Map.of("latitude", latitude, "longitude", longitude, "accuracy", accuracy);
    }
}
