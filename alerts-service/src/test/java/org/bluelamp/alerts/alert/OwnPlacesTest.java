package org.bluelamp.alerts.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bluelamp.testing.staff.TestStaff.staff;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.bluelamp.alerts.area.Ground;
import org.bluelamp.alerts.place.OwnPlaces;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.testing.web.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Places of subscribers' own. Stevenage North lies from 51.91 to 51.92 north and from 0.20 to 0.19 west; a thousandth of a
 * degree is 111 metres northwards and 69 eastwards.
 */
class OwnPlacesTest extends AlertStory {

    private static final String ROSA = "rosa.field@example.org";

    @Autowired
    private OwnPlaces places;

    @BeforeEach
    void postcodes() {
        event("directory.sector.changed", "SG1 1", 1, """
                {"sector": "SG1 1", "postcodes": [
                    {"postcode": "SG1 1AB", "latitude": 51.9151, "longitude": -0.1953}]}
                """);
    }

    @Test
    void to_be_shown_a_map_costs_nothing_that_was_typed() {
        var rosa = confirmed("rosa.field@example.org", STEVENAGE_NORTH);
        for (var path : List.of("/alerts/sign-up/place", rosa.manage() + "/place")) {
            var shown = browser.post(
                    path,
                    Map.of("show", "map", "mapped", "", "area", STEVENAGE_SOUTH, "middle", "SG1 1AB", "metres", "300"));
            assertThat(shown.status()).as(path).isEqualTo(200);
            assertThat(shown.html().selectFirst("input[name=middle]").val()).isEqualTo("SG1 1AB");
            assertThat(shown.html().selectFirst("input[name=mapped]").val()).isEqualTo(STEVENAGE_SOUTH);
            assertThat(shown.html().selectFirst("svg")).isNotNull();
            assertThat(shown.html().select(".govuk-error-summary")).isEmpty();
        }
        var typed = form(null, "51.916, -0.195", "100");
        typed.putAll(Map.of("show", "map", "mapped", STEVENAGE_SOUTH, "area", STEVENAGE_SOUTH));
        assertThat(browser.post(rosa.manage() + "/place", typed).location())
                .as("Enter in a field, with the map that was asked for")
                .endsWith("?done=place-added");
    }

    @Test
    void a_resident_follows_the_streets_around_a_postcode_and_only_a_rounded_middle_is_kept() {
        assertThat(ask(ROSA, "sg11ab", "500").location()).isEqualTo("/alerts/sign-up/sent");
        var mail = awaitMail(ROSA, 1);
        assertThat(mail.text()).contains("what is within 500 metres of a point you chose");
        var confirm = mail.link("confirm");
        assertThat(browser.get(confirm).html().text()).contains("what is within 500 metres of a point you chose");
        var manage = browser.post(confirm, Map.of()).location().replaceFirst("\\?.*", "");
        assertThat(browser.get(manage).html().text())
                .contains("Alerts about what is within 500 metres of a point you chose", "All alerts");
        assertThat(jdbc.sql("select latitude || ' ' || longitude || ' ' || metres from own_place")
                        .query(String.class)
                        .single())
                .isEqualTo("51.915 -0.195 500");
        assertThat(jdbc.sql("select area from own_place_area")
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder(STEVENAGE_NORTH, STEVENAGE_SOUTH);
    }

    @Test
    void an_alert_whose_ground_touches_a_place_reaches_its_person_once_and_says_why() {
        placed(ROSA, "51.915, -0.195", "250");
        follow(ROSA, STEVENAGE_NORTH);
        placed("far.away@example.org", "51.911, -0.191", "100");
        var leak = on(new Ground.Circle(51.9155, -0.1965, 150));
        assertThat(desk.estimate(leak)).isEqualTo(new Estimate(1, 0, 0, 0, false));
        issued(leak);
        var mail = awaitMail(ROSA, 1);
        awaitQuiet();
        assertThat(MAIL.all()).hasSize(1);
        assertThat(mail.text())
                .contains(
                        "You are getting this email because you follow what is within 250 metres of a point you chose");
    }

    @Test
    void an_alert_to_whole_areas_reaches_the_places_that_touch_one_of_them() {
        placed(ROSA, "51.9205, -0.195", "100");
        placed("far.away@example.org", "51.905, -0.195", "100");
        assertThat(desk.estimate(content()).inside()).isEqualTo(1);
        assertThat(desk.estimate(content(STEVENAGE)).inside()).isEqualTo(2);
        assertThat(desk.estimate(content(HERTFORDSHIRE)).inside()).isEqualTo(2);
        assertThat(desk.estimate(content(WATFORD)).reach()).isZero();
    }

    @Test
    void a_border_that_moves_takes_places_in_and_leaves_others_out() {
        placed(ROSA, "51.915, -0.195", "250");
        assertThat(desk.estimate(content(TOWN_CENTRE)).inside()).isZero();
        // Watford's town centre now lies all around, with a hole in which Rosa's place is; then the hole is smaller.
        moved(TOWN_CENTRE, 2, "[[-0.20, 51.91], [-0.19, 51.91], [-0.19, 51.92], [-0.20, 51.92], [-0.20, 51.91]]");
        assertThat(desk.estimate(content(TOWN_CENTRE)).inside()).isZero();
        moved(
                TOWN_CENTRE,
                3,
                "[[-0.196, 51.914], [-0.194, 51.914], [-0.194, 51.916], [-0.196, 51.916], [-0.196, 51.914]]");
        assertThat(desk.estimate(content(TOWN_CENTRE)).inside()).isEqualTo(1);
    }

    @Test
    void somebody_draws_their_place_and_corners_that_cross_are_told() {
        var form = form(ROSA, "", "500");
        form.put("corners", "51.912, -0.198\n51.918, -0.192\n51.912, -0.192\n51.918, -0.198");
        var crossed = browser.post("/alerts/sign-up/place", form);
        assertThat(crossed.status()).isEqualTo(422);
        assertThat(crossed.html().select(".govuk-error-summary").text()).contains("crosses itself");
        assertThat(crossed.html().select("textarea[name=corners]").text()).contains("51.912, -0.198");

        form.put("corners", "51.912, -0.198\n51.918, -0.198\n51.918, -0.192\n51.912, -0.192");
        assertThat(browser.post("/alerts/sign-up/place", form).status()).isEqualTo(303);
        confirm(ROSA);
        assertThat(desk.estimate(on(new Ground.Circle(51.915, -0.195, 50))).inside())
                .isEqualTo(1);
        assertThat(desk.estimate(on(new Ground.Circle(51.9195, -0.1905, 50))).inside())
                .isZero();
    }

    @Test
    void what_is_typed_wrongly_is_told_at_its_field_and_stays() {
        var nonsense = ask("no address", "near the church", "7");
        assertThat(nonsense.status()).isEqualTo(422);
        assertThat(nonsense.html().select(".govuk-error-summary a").eachText())
                .containsExactly(
                        "Enter an email address in the correct format, like name@example.com",
                        "Enter a full postcode, such as SG1 1AB, or a latitude and a longitude, such as 51.902, -0.202",
                        "Choose how far around");
        assertThat(nonsense.html().select("input[name=middle]").val()).isEqualTo("near the church");
        assertThat(ask(ROSA, "SG1 9ZZ", "500").html().text())
                .contains("We do not recognise this postcode in our force area");
        assertThat(ask(ROSA, "53.0, -1.0", "500").html().text()).contains("is outside our force area");
        assertThat(jdbc.sql("select count(*) from own_place")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void programs_ask_for_a_place_by_the_same_rules() {
        var body = """
                {"address": "%s", "place": {"latitude": 51.9151, "longitude": -0.1953, "metres": %d},
                 "leastSeverity": "severe"}
                """;
        assertThat(browser.postJson("/api/v1/alerts/sign-ups", body.formatted(ROSA, 500))
                        .status())
                .isEqualTo(202);
        confirm(ROSA);
        assertThat(jdbc.sql("select least_severity from subscription")
                        .query(String.class)
                        .single())
                .isEqualTo("severe");
        var refused = browser.postJson("/api/v1/alerts/sign-ups", body.formatted(ROSA, 501));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("\"field\":\"place\"");
    }

    @Test
    void a_subscriber_adds_and_stops_a_place_on_their_own_page_and_where_it_was_is_deleted_at_once() {
        var rosa = confirmed(ROSA, STEVENAGE_NORTH);
        var form = form(null, "SG1 1AB", "1000");
        assertThat(browser.get(rosa.manage() + "/place").status()).isEqualTo(200);
        assertThat(browser.post(rosa.manage() + "/place", form).location()).endsWith("?done=place-added");
        assertThat(browser.get(rosa.manage() + "/data").html().text()).contains("51.915, -0.195", "1 kilometre");
        assertThat(browser.get(rosa.manage() + "/data.json").body()).contains("\"latitude\":51.915", "\"metres\":1000");

        var code = browser.get(rosa.manage())
                .html()
                .select("input[name=area][value^=place/]")
                .val();
        assertThat(browser.post(rosa.manage() + "/stop", Map.of("area", code)).location())
                .endsWith("?done=place-stopped");
        assertThat(jdbc.sql("select count(*) from own_place")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(browser.get(rosa.manage() + "/data.json").body()).contains("\"area\":\"" + code + "\"");
        assertThat(browser.get(rosa.manage()).html().text()).contains("Stevenage North");
    }

    @Test
    void a_place_gets_a_name_of_its_own_which_stands_on_the_page_and_in_the_mail_and_is_sealed() {
        var rosa = confirmed(ROSA, STEVENAGE_SOUTH);
        var form = form(null, "51.915, -0.195", "250");
        form.put("name", "Mum’s house & garden");
        assertThat(browser.post(rosa.manage() + "/place", form).status()).isEqualTo(303);
        browser.post(rosa.manage() + "/place", form(null, "51.916, -0.195", "100"));
        var page = browser.get(rosa.manage()).html();
        assertThat(page.text())
                .contains("Alerts about “Mum’s house & garden” (what is within 250 metres of a point you chose)")
                .contains("Alerts about what is within 100 metres of a point you chose");
        assertThat(browser.get(rosa.manage() + "/data").html().text()).contains("Mum’s house & garden: Within 250");
        assertThat(browser.get(rosa.manage() + "/data.json").body()).contains("\"name\":\"Mum’s house & garden\"");
        assertThat(jdbc.sql("select encode(name, 'escape') from own_place_name")
                        .query(String.class)
                        .single())
                .doesNotContain("house");

        var change = page.selectFirst("a:contains(Give it a name)").attr("href");
        var asked = browser.get(change);
        assertThat(asked.html().selectFirst("input[name=name]").val()).isEmpty();
        var wrong = browser.post(change, Map.of("name", "See https://evil.example", "leastSeverity", "severe"));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.html().select(".govuk-error-summary a").eachText())
                .containsExactly("Enter a name of 40 characters or fewer, with letters, numbers, spaces, commas,"
                        + " brackets and hyphens only");
        assertThat(wrong.html().selectFirst("input[name=name]").val()).isEqualTo("See https://evil.example");
        assertThat(browser.post(change, Map.of("name", " Shop ", "leastSeverity", "severe"))
                        .location())
                .endsWith("?done=place-changed");
        assertThat(browser.get(rosa.manage()).html().text())
                .contains("“Shop” (what is within 100 metres", "Mum’s house & garden");
        assertThat(jdbc.sql("select count(*) from subscription where least_severity = 'severe'")
                        .query(Integer.class)
                        .single())
                .isOne();

        issued(on(new Ground.Circle(51.9135, -0.1965, 50)));
        assertThat(awaitMail(ROSA, 1).text())
                .contains(
                        "because you follow “Mum’s house & garden” (what is within 250 metres of a point you chose).");

        var stranger = confirmed("sam@example.org", STEVENAGE_NORTH);
        var others = change.replaceFirst(".*/place/change", stranger.manage() + "/place/change");
        assertThat(browser.get(others).status()).isEqualTo(303);
        browser.post(others, Map.of("name", "Mine now", "leastSeverity", "minor"));
        assertThat(browser.get(rosa.manage()).html().text()).contains("“Shop”").doesNotContain("Mine now");

        browser.post(change, Map.of("name", "", "leastSeverity", "severe"));
        browser.post(rosa.manage() + "/stop-all", Map.of());
        assertThat(jdbc.sql("select count(*) from own_place_name")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void who_only_asks_for_a_place_cannot_put_words_of_their_own_into_the_mail_about_it() {
        var form = form(ROSA, "SG1 1AB", "500");
        form.put("name", "You are watched");
        browser.post("/alerts/sign-up/place", form);
        var mail = awaitMail(ROSA, 1);
        assertThat(mail.subject() + mail.text()).doesNotContain("You are watched");
        assertThat(browser.get("/alerts/sign-up/place").html().select("input[name=name]"))
                .isEmpty();
    }

    @Test
    void nobody_follows_more_than_five_places_and_nobody_stops_one_of_another() {
        var rosa = confirmed(ROSA, STEVENAGE_NORTH);
        for (var n = 0; n < OwnPlaces.MOST; n++) {
            assertThat(browser.post(rosa.manage() + "/place", form(null, "SG1 1AB", "100"))
                            .status())
                    .isEqualTo(303);
        }
        var sixth = browser.post(rosa.manage() + "/place", form(null, "SG1 1AB", "100"));
        assertThat(sixth.status()).isEqualTo(422);
        assertThat(sixth.html().text()).contains("You can follow 5 places");
        var sam = confirmed("sam@example.org", STEVENAGE_NORTH);
        var code = jdbc.sql("select code from own_place limit 1")
                .query(String.class)
                .single();
        browser.post(sam.manage() + "/stop", Map.of("area", code));
        assertThat(jdbc.sql("select count(*) from own_place")
                        .query(Integer.class)
                        .single())
                .isEqualTo(OwnPlaces.MOST);
    }

    @Test
    void with_all_emails_stopped_places_go_and_a_link_of_before_brings_none_back() {
        var rosa = confirmed(ROSA, STEVENAGE_NORTH);
        browser.post(rosa.manage() + "/place", form(null, "SG1 1AB", "100"));
        ask(ROSA, "51.916, -0.195", "250");
        var pending = awaitMail(ROSA, 1).link("confirm");
        assertThat(browser.post(rosa.manage() + "/stop-all", Map.of()).status()).isEqualTo(303);
        assertThat(jdbc.sql("select count(*) from own_place")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(browser.post(pending, Map.of()).status()).isEqualTo(410);
        assertThat(desk.estimate(content()).reach()).isZero();
    }

    @Test
    void a_place_that_nobody_confirmed_is_deleted_after_eight_days() {
        ask(ROSA, "SG1 1AB", "250");
        assertThat(places.deleteExpired(clock.instant().plus(Duration.ofDays(7)), 100))
                .isZero();
        assertThat(places.deleteExpired(clock.instant().plus(Duration.ofDays(9)), 100))
                .isOne();
        placed("other@example.org", "SG1 1AB", "250");
        assertThat(places.deleteExpired(clock.instant().plus(Duration.ofDays(9)), 100))
                .isZero();
    }

    @Test
    void a_newer_table_of_postcodes_replaces_an_older_one_and_not_the_other_way_round() {
        event("directory.sector.changed", "SG1 1", 3, """
                {"sector": "SG1 1", "postcodes": []}
                """);
        event("directory.sector.changed", "SG1 1", 2, """
                {"sector": "SG1 1", "postcodes": [{"postcode": "SG1 1AB", "latitude": 1, "longitude": 1}]}
                """);
        assertThat(ask(ROSA, "SG1 1AB", "500").status()).isEqualTo(422);
    }

    @Test
    void an_officer_takes_a_postcode_for_the_middle_of_a_circle() {
        var typed = typed();
        typed.put("where", "circle");
        typed.put("areas", List.of());
        typed.put("centre", "sg1 1ab");
        typed.put("radius", "300");
        var id = AlertId.next();
        var saved = browser.as(staff("Olive Reed").as("officer").in(STEVENAGE_NORTH))
                .post("/staff/alerts/" + id + "/edit", typed);
        assertThat(saved.status()).isEqualTo(303);
        assertThat(alerts.find(id).orElseThrow().content().target().ground())
                .contains(new Ground.Circle(51.9151, -0.1953, 300));
    }

    private Content on(Ground ground) {
        return aimed(
                new Target(new TreeSet<>(List.of(new AreaCode(STEVENAGE_NORTH))), Optional.of(ground), false),
                content());
    }

    /** Somebody who confirmed that they follow a place. */
    private void placed(String address, String middle, String metres) {
        assertThat(ask(address, middle, metres).status()).isEqualTo(303);
        confirm(address);
    }

    private void confirm(String address) {
        assertThat(browser.post(awaitMail(address, 1).link("confirm"), Map.of()).status())
                .isEqualTo(303);
        MAIL.empty();
    }

    private Answer ask(String address, String middle, String metres) {
        return browser.post("/alerts/sign-up/place", form(address, middle, metres));
    }

    private Map<String, Object> form(String address, String middle, String metres) {
        Map<String, Object> form = new LinkedHashMap<>();
        if (address != null) {
            var page = browser.get("/alerts/sign-up/place").html();
            form.put("opened", page.selectFirst("input[name=opened]").val());
            form.put("website", "");
            form.put("address", address);
        }
        form.put("middle", middle);
        form.put("metres", metres);
        form.put("corners", "");
        form.put("leastSeverity", "minor");
        return form;
    }

    private void moved(String area, long version, String hole) {
        var outline = "[[-0.30, 51.80], [-0.10, 51.80], [-0.10, 52.00], [-0.30, 52.00], [-0.30, 51.80]]";
        event("directory.area.changed", area, version, """
                {"code": "%s", "kind": "neighbourhood", "name": "Town Centre", "parent": "%s", "label": "Area",
                 "contact": {}, "socialAccounts": [],
                 "boundary": {"type": "Polygon", "coordinates": [%s, %s]}}
                """.formatted(area, WATFORD, outline, hole));
    }
}
