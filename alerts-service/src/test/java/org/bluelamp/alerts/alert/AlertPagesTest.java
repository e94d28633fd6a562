package org.bluelamp.alerts.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bluelamp.testing.staff.TestStaff.staff;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.bluelamp.testing.contract.Contracts;
import org.bluelamp.testing.staff.TestStaff;
import org.bluelamp.testing.web.Answer;
import org.bluelamp.web.page.LondonTime;
import org.junit.jupiter.api.Test;

/** The whole way of an alert, as staff and residents go it. */
class AlertPagesTest extends AlertStory {

    @Test
    void an_officer_writes_a_street_alert_counts_sends_and_followers_readers_and_services_have_it() {
        confirmed("rosa.field@example.org", STEVENAGE_NORTH);
        confirmed("will.water@example.org", WATFORD);
        var blank = browser.as(OLIVE).get("/staff/alerts/new");
        assertThat(blank.fields().get("areas"))
                .as("the only area there is to choose")
                .containsExactly(STEVENAGE_NORTH);
        var counted = browser.as(OLIVE).submit(blank, "Count who gets it", typed());
        assertThat(counted.status()).isEqualTo(200);
        assertThat(counted.text())
                .contains(
                        "By email, in Stevenage North",
                        "fewer than 5",
                        "Households there 1,000",
                        "You can send it yourself.");
        var button = counted.html().selectFirst("button:contains(Count who gets it)");
        assertThat(button.attr("formaction"))
                .as("the press leads to the count and not to the top of a long form")
                .isEqualTo(
                        counted.html().selectFirst("main form[action$=/edit]").attr("action") + "#reach");
        var count = counted.html().selectFirst("#reach");
        assertThat(count.attr("tabindex")).isEqualTo("-1");
        assertThat(count.selectFirst("h2").text()).isEqualTo("Who would get it now");
        assertThat(count.attr("aria-labelledby"))
                .isEqualTo(count.selectFirst("h2").id());

        var saved = browser.as(OLIVE).submit(counted, "Save draft", Map.of());
        assertThat(saved.status()).as(saved.body()).isEqualTo(303);
        var alert = browser.as(OLIVE).get(saved.location());
        assertThat(alert.text()).contains("Alert saved", "Draft", "Gas leak in Bedwell Crescent");
        var path = path(saved);
        assertThat(browser.as(OLIVE).get(path + "/edit").fields().get("until")).containsExactly("3");
        assertThat(browser.as(OLIVE).get(path + "/email").text())
                .contains("Gas leak in Bedwell Crescent", "What to do: Leave now.");
        var sent = browser.as(OLIVE).submit(browser.as(OLIVE).get(path + "/send"), "Send now", Map.of());
        assertThat(sent.status()).as(sent.body()).isEqualTo(303);

        var mail = awaitMail("rosa.field@example.org", 1);
        assertThat(mail.subject()).isEqualTo("Gas leak in Bedwell Crescent");
        assertThat(mail.sender()).startsWith("Stevenage North Neighbourhood Policing Team <");
        assertThat(mail.text())
                .contains("What to do: Leave now.", "because you follow Stevenage North.", "/alerts/hrt-");
        assertThat(mail.header("List-Unsubscribe-Post")).isEqualTo("List-Unsubscribe=One-Click");
        awaitQuiet();
        assertThat(MAIL.to("will.water@example.org")).isEmpty();
        assertThat(browser.as(OLIVE).get(path).text()).contains("Live", "First message", "Accepted: fewer than 5");

        var reference = reference();
        assertThat(reference)
                .isEqualTo("hrt-" + LondonTime.date(clock.instant()).getYear() + "-0001");
        var page = browser.get("/alerts/" + reference);
        for (var shown : List.of(page, browser.get("/alerts"))) {
            assertThat(shown.html().selectFirst("main").text())
                    .contains("Danger to life")
                    .doesNotContain("Extreme", "everity");
        }
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text())
                .contains("Gas leak in Bedwell Crescent", "Leave now.", "Live", "Stevenage North")
                .doesNotContain("Olive");
        assertThat(page.html().select("main a:contains(Write to the team)").attr("href"))
                .isEqualTo("/have-your-say/stevenage/stevenage-north/contact?alert=" + reference);
        assertThat(page.html().select("script[type=application/ld+json]").html())
                .contains("\"@type\":\"SpecialAnnouncement\"", "\"name\":\"Gas leak in Bedwell Crescent\"");
        assertThat(page.html().select("svg path.bl-map__here")).hasSize(1);
        assertThat(page.header("Cache-Control")).contains("max-age=5", "public");
        assertThat(events("alerts.alert.issued"))
                .filteredOn(json -> json.contains("Gas leak in Bedwell Crescent"))
                .last()
                .satisfies(json -> Contracts.validate("alerts.alert.issued", json));
    }

    @Test
    void what_is_wrong_is_told_at_its_field_and_nothing_typed_is_lost() {
        var typed = typed();
        typed.put("headline", " ");
        typed.put("severity", "");
        typed.put("areas", List.of(STEVENAGE_NORTH, TOWN_CENTRE));
        typed.put("expires.year", "2020");
        typed.put("links", "no address here");
        var answer = browser.as(OLIVE).submit(browser.as(OLIVE).get("/staff/alerts/new"), "Save draft", typed);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.html().select(".govuk-error-summary li").eachText())
                .containsExactlyInAnyOrder(
                        "Enter a headline",
                        "Choose how serious it is",
                        "You cannot send alerts to Town Centre in Watford. Select other areas",
                        "The end must be in the future",
                        "Enter a title and then an address that begins with https:// : “no address here” is not");
        assertThat(answer.fields().get("description")).containsExactly("A gas main has been damaged.");
        assertThat(answer.fields().get("links")).containsExactly("no address here");
        assertThat(answer.fields().get("expiresTime")).containsExactly("6pm");
    }

    @Test
    void a_circle_and_corners_find_the_neighbourhoods_they_touch_and_stop_at_the_writers_border() {
        var typed = typed();
        typed.put("where", "circle");
        typed.put("centre", "51.9095, -0.195");
        typed.put("radius", "200");
        var sams = staff("Sam Hill").as("officer").in(STEVENAGE);
        var saved = browser.as(sams).submit(browser.as(sams).get("/staff/alerts/new"), "Save draft", typed);
        assertThat(saved.status()).as(saved.body()).isEqualTo(303);
        assertThat(alert(saved).content().target().areas())
                .extracting(area -> area.value())
                .containsExactly(STEVENAGE_NORTH, STEVENAGE_SOUTH);

        var refused = browser.as(OLIVE).submit(browser.as(OLIVE).get("/staff/alerts/new"), "Save draft", typed);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.html().select(".govuk-error-summary li").eachText())
                .containsExactly("It touches Stevenage South, to which you may not send alerts. Make it smaller");

        typed.put("where", "drawn");
        typed.put("corners", "51.912, -0.198\n51.912, -0.192\n51.918, -0.192");
        var drawn = browser.as(OLIVE).submit(browser.as(OLIVE).get("/staff/alerts/new"), "Save draft", typed);
        assertThat(drawn.status()).as(drawn.body()).isEqualTo(303);
        assertThat(alert(drawn).content().target().areas())
                .extracting(area -> area.value())
                .containsExactly(STEVENAGE_NORTH);
        assertThat(browser.as(OLIVE)
                        .get(path(drawn) + "/edit")
                        .fields()
                        .get("corners")
                        .getFirst()
                        .lines())
                .hasSize(3);
    }

    @Test
    void corners_that_cross_enclose_nothing_or_lie_elsewhere_are_refused_in_words() {
        assertThat(refusedCorners("51.90, -0.20\n51.91, -0.19\n51.90, -0.19\n51.91, -0.20"))
                .contains("crosses itself near");
        assertThat(refusedCorners("51.90, -0.20\n51.91, -0.19")).contains("Three corners at least are needed");
        assertThat(refusedCorners("51.90, -0.20\n51.91, -0.20\n51.92, -0.20")).contains("enclose nothing");
        assertThat(refusedCorners("here")).contains("“here” is not");
        assertThat(refusedCorners("0.1, 0.1\n0.2, 0.1\n0.2, 0.2")).contains("touches no neighbourhood");
    }

    @Test
    void of_an_alert_that_waits_nobody_is_told_that_they_can_send_it_alone() {
        var saved = browser.as(OLIVE).submit(browser.as(OLIVE).get("/staff/alerts/new"), "Save draft", typed());
        var path = path(saved);
        assertThat(browser.as(OLIVE).get(path).text()).contains("You can send it yourself.");
        browser.as(OLIVE).post(path + "/submit", Map.of("version", "1"));
        assertThat(browser.as(OLIVE).get(path).text())
                .contains("You wrote or changed this, so someone else has to check and send it.")
                .doesNotContain("You can send it yourself.");
        assertThat(browser.as(SAM).get(path).text()).doesNotContain("You can send it yourself.");
        assertThat(browser.as(SAM).get(path + "/send").text())
                .contains("Send this alert?")
                .doesNotContain("You can send it yourself.");
    }

    @Test
    void a_district_alert_needs_a_second_person_whose_page_offers_to_send_it_and_the_writers_does_not() {
        crowd(7, STEVENAGE_NORTH);
        var saved = browser.as(OLIVE).submit(browser.as(OLIVE).get("/staff/alerts/new"), "Save draft", typed());
        var path = path(saved);
        assertThat(buttons(browser.as(OLIVE).get(path))).doesNotContain("Send").contains("Send for approval");
        assertThat(browser.as(OLIVE).get(path + "/send").status()).isEqualTo(303);
        var early = browser.as(OLIVE).post(path + "/send", Map.of("version", "1"));
        assertThat(early.status()).isEqualTo(422);
        assertThat(early.text()).contains("A second person has to check and send it.");

        browser.as(OLIVE).post(path + "/submit", Map.of("version", "1"));
        assertThat(browser.as(OLIVE).get(path).text()).contains("someone else has to check and send it");
        assertThat(buttons(browser.as(OLIVE).get(path))).doesNotContain("Send");
        assertThat(browser.as(SAM).get("/staff/alerts").text()).contains("Waits for approval", "Gas leak");
        assertThat(buttons(browser.as(SAM).get(path))).contains("Send", "Return to the writer");
        var sent = browser.as(SAM).submit(browser.as(SAM).get(path + "/send"), "Send now", Map.of());
        assertThat(sent.location()).endsWith("?done=issued");
        awaitQuiet();
        assertThat(MAIL.all()).hasSize(7);

        var shown = browser.as(OLIVE)
                .submit(browser.as(OLIVE).get(path + "/edit"), "Continue", Map.of("headline", "Gas leak: mended"));
        assertThat(shown.text()).contains("Send this update?", "Gas leak: mended", "Someone else has to check it");
        var changed = browser.as(OLIVE).submit(shown, "Change it", Map.of());
        assertThat(changed.html().selectFirst("input[name=headline]").val()).isEqualTo("Gas leak: mended");
        var update = browser.as(OLIVE).submit(shown, "Send for approval", Map.of());
        assertThat(update.location()).as(update.body()).endsWith("?done=proposed");
        assertThat(buttons(browser.as(OLIVE).get(path)))
                .contains("Delete the update")
                .doesNotContain("Send the update");
        assertThat(buttons(browser.as(SAM).get(path))).contains("Send the update");
        browser.as(SAM).post(path + "/approve-update", Map.of("version", "4"));
        assertThat(browser.get("/alerts/" + reference()).text())
                .contains("Gas leak: mended", "Live, updated", "What it said before", "Gas leak in Bedwell Crescent");

        var asked = browser.as(OLIVE).get(path + "/cancel");
        var empty = browser.as(OLIVE).submit(asked, "Call it back now", Map.of());
        assertThat(empty.status()).isEqualTo(422);
        browser.as(OLIVE).submit(asked, "Call it back now", Map.of("reason", "It is over."));
        var page = browser.get("/alerts/" + reference());
        assertThat(page.text())
                .contains("This alert was called back", "It is over.")
                .doesNotContain("Gas leak");
        assertThat(page.html().select("meta[name=robots]").attr("content")).isEqualTo("noindex");
    }

    @Test
    void staff_of_other_areas_and_roles_and_readers_see_no_draft_by_any_address() {
        var saved = browser.as(OLIVE).submit(browser.as(OLIVE).get("/staff/alerts/new"), "Save draft", typed());
        var path = path(saved);
        for (var suffix : List.of("", "/edit", "/send", "/cancel", "/email")) {
            assertThat(browser.as(OSCAR).get(path + suffix).status()).as(suffix).isEqualTo(403);
            assertThat(browser.get(path + suffix).status()).as(suffix).isEqualTo(401);
        }
        for (var deed : List.of(
                "/edit",
                "/send",
                "/discard",
                "/submit",
                "/send-back",
                "/cancel",
                "/approve-update",
                "/drop-update",
                "/pause",
                "/resume",
                "/test")) {
            var fields = Map.of("version", "1", "reason", "No", "address", "oscar@staff.example");
            assertThat(browser.as(OSCAR).post(path + deed, fields).status())
                    .as(deed)
                    .isIn(403, 422);
            assertThat(browser.post(path + deed, fields).status()).as(deed).isEqualTo(401);
        }
        assertThat(alert(saved)).isInstanceOf(Draft.class);
        assertThat(browser.as(OSCAR).get("/staff/alerts").text()).doesNotContain("Gas leak");
        TestStaff otto = staff("Otto Lane").as("operator").in(HERTFORDSHIRE);
        assertThat(browser.as(otto).get("/staff/alerts").status()).isEqualTo(403);
        assertThat(browser.get("/alerts/" + reference()).status()).isEqualTo(404);
        assertThat(browser.get("/alerts/" + reference() + "/cap").status()).isEqualTo(404);
        assertThat(browser.get("/api/v1/alerts/" + reference()).status()).isEqualTo(404);
        assertThat(browser.as(ADA).get("/staff/alerts").text()).contains("Gas leak");
        assertThat(browser.as(ADA).get("/staff/alerts/new").status()).isEqualTo(403);
    }

    @Test
    void a_test_goes_to_an_allowed_address_marked_as_one_and_to_no_other() {
        confirmed("rosa.field@example.org", STEVENAGE_NORTH);
        var path = path(browser.as(OLIVE).submit(browser.as(OLIVE).get("/staff/alerts/new"), "Save draft", typed()));
        var refused = browser.as(OLIVE).post(path + "/test", Map.of("address", "rosa.field@example.org"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(browser.as(OLIVE)
                        .post(path + "/test", Map.of("address", "nobody"))
                        .status())
                .isEqualTo(422);
        assertThat(browser.as(OLIVE)
                        .post(path + "/test", Map.of("address", "olive@staff.example"))
                        .location())
                .endsWith("?done=tested");
        assertThat(MAIL.all()).singleElement().satisfies(mail -> {
            assertThat(mail.to()).isEqualTo("olive@staff.example");
            assertThat(mail.subject()).isEqualTo("[Test] Gas leak in Bedwell Crescent");
        });
    }

    @Test
    void the_public_list_shows_what_is_live_first_the_most_severe_on_top_and_by_area_and_category() {
        issued(headed("For the north", content()));
        issued(headed("For Watford", content(TOWN_CENTRE)));
        var over = issued(headed("Over soon", content(STEVENAGE_SOUTH)));
        var back = issued(headed("A mistake", content()));
        desk.cancel(COUNTY, back.id(), back.version(), "Wrong street.");
        clock.moveBy(Duration.ofHours(11));
        issued(headed("For all of Stevenage", content(STEVENAGE)));
        clock.moveBy(Duration.ofHours(2));

        var all = browser.get("/alerts");
        assertThat(headings(all, "#live")).containsExactly("For all of Stevenage");
        assertThat(headings(all, "#past"))
                .containsExactlyInAnyOrder("For the north", "For Watford", "Over soon", "An alert for Stevenage North");
        assertThat(all.text()).doesNotContain("A mistake").contains("Called back", "Over");
        var north = browser.get("/alerts?area=" + STEVENAGE_NORTH);
        assertThat(headings(north, "#live")).containsExactly("For all of Stevenage");
        assertThat(headings(north, "#past")).containsExactlyInAnyOrder("For the north", "An alert for Stevenage North");
        assertThat(headings(browser.get("/alerts?category=fire"), "#live")).isEmpty();
        assertThat(browser.get("/alerts?area=nowhere&category=x").status()).isEqualTo(200);
        assertThat(browser.get("/alerts/" + over.reference()).text()).contains("This alert ended on", "Over soon");
    }

    @Test
    void readers_say_whether_an_alert_was_useful_without_a_cookie_and_staff_see_the_count() {
        var alert = issued(content());
        var path = "/alerts/" + alert.reference();
        var answer = browser.post(path + "/useful", Map.of("useful", "yes"));
        assertThat(answer.location()).isEqualTo(path + "/thanks");
        assertThat(answer.header("Set-Cookie")).isEmpty();
        assertThat(browser.get(path + "/thanks").text()).contains("We have counted your answer");
        assertThat(browser.post(path + "/useful", Map.of()).status()).isEqualTo(422);
        assertThat(browser.get(path + "/useful").status()).isEqualTo(200);
        assertThat(browser.as(OLIVE).get("/staff/alerts/" + alert.id()).text()).contains("1 useful, 0 not useful");
    }

    @Test
    void programs_get_what_pages_say() {
        var alert = issued(content());
        var list = browser.get("/api/v1/alerts?area=" + STEVENAGE);
        assertThat(list.status()).isEqualTo(200);
        assertThat(list.body()).contains(alert.reference().value(), "\"status\":\"live\"");
        var one = browser.get("/api/v1/alerts/" + alert.reference());
        Contracts.validate("alerts.alert.issued", one.body());
        desk.cancel(COUNTY, alert.id(), alert.version(), "A mistake.");
        Contracts.validate(
                "alerts.alert.cancelled",
                browser.get("/api/v1/alerts/" + alert.reference()).body());
        assertThat(browser.get("/api/v1/alerts").body()).isEqualTo("[]");
        var refused = browser.get("/api/v1/alerts?category=nonsense");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body()).contains("\"field\":\"category\"");
    }

    @Test
    void a_template_fills_in_the_form_and_is_not_sent_with_its_blanks() {
        var page = browser.as(OLIVE).get("/staff/alerts/new?template=road-closed");
        assertThat(page.fields().get("headline")).containsExactly("[Road] is closed between [place] and [place]");
        var typed = typed();
        typed.put("headline", "[Road] is closed between [place] and [place]");
        var path = path(browser.as(OLIVE).submit(page, "Save draft", typed));
        assertThat(browser.as(OLIVE).get(path).text()).contains("Before you can send it, fill in: [Road], [place]");
        var sent = browser.as(OLIVE).submit(browser.as(OLIVE).get(path + "/send"), "Send now", Map.of());
        assertThat(sent.status()).isEqualTo(422);
        assertThat(sent.text()).contains("Fill in [Road], [place] first");
    }

    @Test
    void a_suggestion_from_elsewhere_fills_in_the_form_as_far_as_it_fits_and_decides_nothing() {
        var page = browser.as(OLIVE)
                .get("/staff/alerts/new?area=" + STEVENAGE_NORTH
                        + "&headline=Burglaries%20%3Cb%3Enow%3C/b%3E&description=" + "x".repeat(5_000));
        assertThat(page.fields().get("headline")).containsExactly("Burglaries <b>now</b>");
        assertThat(page.fields().get("description").getFirst()).hasSize(Content.DESCRIPTION_LIMIT);
        assertThat(page.html().select("main b:contains(now)")).isEmpty();
        assertThat(page.html()
                        .select("[name=severity][checked], [name=severity] option[selected]")
                        .eachAttr("value"))
                .allMatch(String::isEmpty);
        var elsewhere = browser.as(OLIVE).get("/staff/alerts/new?area=hertfordshire/watford/town-centre");
        assertThat(elsewhere.status()).isEqualTo(200);
        assertThat(elsewhere.html().select("[name=areas][checked]").eachAttr("value"))
                .doesNotContain("hertfordshire/watford/town-centre");
    }

    @Test
    void staff_read_what_was_sent_to_a_wider_area_and_see_no_draft_of_it() {
        var sent = issued(headed("To all of Stevenage", content(STEVENAGE)));
        var draft = desk.write(COUNTY, AlertId.next(), headed("Not yet", content(STEVENAGE)));
        assertThat(browser.as(OLIVE).get("/staff/alerts").text())
                .contains("To all of Stevenage")
                .doesNotContain("Not yet");
        var page = browser.as(OLIVE).get("/staff/alerts/" + sent.id());
        assertThat(page.status()).isEqualTo(200);
        assertThat(buttons(page)).doesNotContain("Call back", "Write an update");
        assertThat(browser.as(OLIVE).get("/staff/alerts/" + draft.id()).status())
                .isEqualTo(403);
        assertThat(browser.as(OSCAR).get("/staff/alerts/" + sent.id()).status()).isEqualTo(403);
    }

    @Test
    void emails_that_wait_can_be_paused_and_go_on_where_they_were() {
        confirmed("rosa@example.org", STEVENAGE_NORTH);
        // In one transaction, so that no worker takes the email in hand.
        var alert = transactions.execute(status -> {
            var issued = issued(content());
            return desk.pause(COUNTY, issued.id());
        });
        var path = "/staff/alerts/" + alert.id();
        var page = browser.as(OLIVE).get(path);
        assertThat(page.text()).contains("Paused: fewer than 5");
        assertThat(buttons(page)).contains("Resume the emails").doesNotContain("Pause the emails");
        assertThat(browser.as(OSCAR).post(path + "/resume", Map.of()).status()).isEqualTo(403);
        assertThat(browser.post(path + "/pause", Map.of()).status()).isEqualTo(401);
        awaitQuiet();
        assertThat(MAIL.all()).isEmpty();
        assertThat(browser.as(OLIVE).post(path + "/resume", Map.of()).location())
                .endsWith("?done=resumed");
        awaitMail("rosa@example.org", 1);
    }

    @Test
    void a_draft_can_be_thrown_away_and_nothing_else() {
        var path = path(browser.as(OLIVE).submit(browser.as(OLIVE).get("/staff/alerts/new"), "Save draft", typed()));
        assertThat(browser.as(OLIVE)
                        .post(path + "/discard", Map.of("version", "2"))
                        .location())
                .endsWith("?done=nothing");
        var gone = browser.as(OLIVE).post(path + "/discard", Map.of("version", "1"));
        assertThat(browser.as(OLIVE).get(gone.location()).text()).contains("The draft has been deleted");
        assertThat(browser.as(OLIVE).get(path).status()).isEqualTo(404);
        var sent = issued(content());
        browser.as(OLIVE).post("/staff/alerts/" + sent.id() + "/discard", Map.of("version", "2"));
        assertThat(alerts.find(sent.id())).isPresent();
    }

    private String refusedCorners(String corners) {
        var typed = typed();
        typed.put("where", "drawn");
        typed.put("corners", corners);
        var refused = browser.as(ERIN).submit(browser.as(ERIN).get("/staff/alerts/new"), "Save draft", typed);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.fields().get("corners").getFirst().strip()).isEqualTo(corners);
        return refused.html().select(".govuk-error-summary li").text();
    }

    private static List<String> headings(Answer page, String heading) {
        return page.html().select(heading + " ~ ul").stream()
                .filter(list -> list.previousElementSiblings().select("h2").first() != null
                        && list.previousElementSiblings().select("h2").first().is(heading))
                .flatMap(list -> list.select("h3 a").eachText().stream())
                .toList();
    }

    private static List<String> buttons(Answer page) {
        return page.html().select("main .govuk-button").eachText();
    }

    private static String path(Answer saved) {
        assertThat(saved.status()).as(saved.body()).isEqualTo(303);
        return saved.location().replaceFirst("\\?.*", "");
    }

    private Alert alert(Answer saved) {
        var id = path(saved).replaceFirst(".*/", "");
        return alerts.find(new AlertId(java.util.UUID.fromString(id))).orElseThrow();
    }

    private String reference() {
        return jdbc.sql("select reference from alert").query(String.class).single();
    }
}
