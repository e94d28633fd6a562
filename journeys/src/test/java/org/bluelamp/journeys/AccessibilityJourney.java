package org.bluelamp.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every kind of page, on a phone and on a desk: axe finds nothing, and nothing scrolls sideways at 320 pixels. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessibilityJourney extends Journey {

    /** Signed in once each: signing in takes longer than a page. */
    private final Map<String, Visitor> staff = new HashMap<>();

    @AfterAll
    void everybody_goes_home() {
        staff.values().forEach(Visitor::close);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/find?q=hitchin",
                "/find?q=nowhere-at-all",
                "/find?q=",
                "/your-area",
                "/your-area/stevenage",
                Story.NEIGHBOURHOOD,
                "/news",
                "/news?area=hertfordshire/watford",
                "/news/campaigns",
                "/news/campaigns/hertsneighbourhoodweek",
                "/news/seven-days-with-your-neighbourhood-team",
                "/news/seven-days-with-your-neighbourhood-team/versions",
                "/news/seven-days-with-your-neighbourhood-team/useful",
                "/news/seven-days-with-your-neighbourhood-team/thanks",
                "/news?q=burglary&kind=advice",
                "/news/archive",
                "/alerts",
                "/alerts?area=hertfordshire/stevenage&category=security",
                "/alerts/sign-up",
                "/alerts/sign-up/place",
                "/alerts/sign-up/place?area=hertfordshire/stevenage/stevenage-north",
                "/have-your-say",
                "/have-your-say/watford/town-centre",
                "/have-your-say/watford/town-centre/contact",
                "/have-your-say/watford/town-centre/said",
                "/have-your-say/watford/town-centre/said/forged",
                "/have-your-say/my-message/forged-token",
                "/scorecard",
                "/scorecard/watford/town-centre",
                "/have-your-say/rounds",
                "/have-your-say/open-data",
                "/have-your-say/watford/town-centre/round",
                "/have-your-say/stevenage/stevenage-north/round",
                "/you-said-we-did",
                "/you-said-we-did/watford/town-centre",
                "/cookies",
                "/privacy",
                "/accessibility",
                "/no-such-page",
                "/news/no-such-article",
                "/your-area/atlantis",
                "/alerts/manage/forged-token",
                "/alerts/unsubscribe/forged-token"
            })
    void a_public_page_serves_everybody(String path) {
        try (Visitor resident = visitor(Scripts.ON)) {
            resident.opens(path);
            servesEverybody(resident, path);
        }
    }

    @Test
    void the_first_article_serves_everybody() {
        try (Visitor phone = visitor(Scripts.ON, PHONE)) {
            phone.opens("/news");
            phone.find("main a[href^='/news/']:not([href*='feed'])").first().click();
            phone.findsThePageAccessible();
            phone.takesPicture("phone-article");
        }
    }

    @Test
    void the_alerts_of_the_demo_serve_everybody_live_over_and_called_back() {
        try (Visitor phone = visitor(Scripts.ON, PHONE);
                Visitor desk = visitor(Scripts.ON, DESK)) {
            for (String alert : new String[] {"Tools stolen from vans", "The High Street in Ware", "An alert for"}) {
                for (Visitor reader : new Visitor[] {phone, desk}) {
                    reader.opens("/alerts");
                    reader.find("main h3 a:has-text('" + alert + "')").first().click();
                    reader.findsThePageAccessible();
                    reader.takesPicture("alert-" + alert.replaceAll("[^A-Za-z]+", "-"));
                    int expected = alert.startsWith("An") ? 404 : 200;
                    assertThat(reader.opens(reader.path() + "/useful")).isEqualTo(expected);
                    reader.findsThePageAccessible();
                }
            }
        }
    }

    @Test
    void a_round_serves_everybody_from_its_questions_to_what_it_found() {
        for (int width : new int[] {PHONE, DESK}) {
            try (Visitor resident = visitor(Scripts.ON, width)) {
                resident.opens("/have-your-say/watford/town-centre/round");
                resident.find("main a.govuk-button").first().click();
                resident.findsThePageAccessible();
                resident.takesPicture(width + "-round-questions");
                resident.find("main form button").first().click();
                resident.findsThePageAccessible();
                resident.takesPicture(width + "-round-mistake");
                resident.opens("/have-your-say/stevenage/stevenage-north/round");
                resident.find("main a.govuk-button").first().click();
                resident.findsThePageAccessible();
                resident.takesPicture(width + "-round-results");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "erin.editor /staff",
                "erin.editor /staff/news",
                "erin.editor /staff/news/new",
                "erin.editor /staff/news/calendar",
                "erin.editor /staff/news/pictures",
                "erin.editor /staff/news/files",
                "erin.editor /staff/news/campaigns",
                "erin.editor /staff/news/campaigns/new",
                "erin.editor /staff/news/templates",
                "erin.editor /staff/news/templates/new",
                "ada.admin /staff/news/settings",
                "ada.admin /staff/news/webhooks",
                "ada.admin /staff/news/webhooks/new",
                "ada.admin /staff/alerts/webhooks",
                "ada.admin /staff/alerts/webhooks/new",
                "erin.editor /staff/alerts",
                "olive.officer /staff/alerts/new",
                "olive.officer /staff/alerts/new?template=missing-person",
                "ada.admin /staff/alerts/reach",
                "ada.admin /staff/alerts/statistics",
                "olive.officer /staff/feedback",
                "olive.officer /staff/feedback/contacts",
                "olive.officer /staff/feedback/cover",
                "olive.officer /staff/feedback/record",
                "olive.officer /staff/feedback/moderation",
                "olive.officer /staff/feedback/posters",
                "ada.admin /staff/feedback/watched-words",
                "olive.officer /staff/feedback/canned-answers",
                "sam.sergeant /staff/feedback/canned-answers/new",
                "ada.admin /staff/feedback/councils",
                "ada.admin /staff/feedback/councils/stevenage",
                "sam.sergeant /staff/feedback/priorities",
                "sam.sergeant /staff/feedback/rounds",
                "sam.sergeant /staff/feedback/rounds/new?area=hertfordshire/stevenage/stevenage-north",
                "olive.officer /staff/feedback/insight?period=3-months",
                "olive.officer /staff/feedback/insight/rises",
                "ada.admin /staff/feedback/leaving",
                "sam.sergeant /staff/directory",
                "ada.admin /staff/directory",
                "sam.sergeant /staff/directory/areas/hertfordshire/stevenage/stevenage-north",
                "sam.sergeant /staff/directory/people/new/hertfordshire/stevenage/stevenage-north",
                "sam.sergeant /staff/directory/vacancies/hertfordshire/stevenage/stevenage-north",
                "sam.sergeant /staff/directory/stations/new/hertfordshire/stevenage/stevenage-north",
                "sam.sergeant /staff/directory/accounts/hertfordshire/stevenage/stevenage-north",
                "sam.sergeant /staff/directory/history/hertfordshire/stevenage/stevenage-north",
                "otto.operator /staff/operations",
                "otto.operator /staff/news/dead-letters",
                "otto.operator /staff/alerts/dead-letters"
            })
    void a_staff_page_serves_everybody(String visit) {
        String username = visit.substring(0, visit.indexOf(' '));
        String path = visit.substring(visit.indexOf(' ') + 1);
        Visitor person = staff.computeIfAbsent(username, this::signsIn);
        assertThat(person.opens(path)).isEqualTo(200);
        servesEverybody(person, path);
    }

    private Visitor signsIn(String username) {
        Visitor person = visitor(Scripts.ON);
        Story.signIn(person, username, "/staff");
        return person;
    }

    /** On a phone as well as on a desk. */
    private static void servesEverybody(Visitor visitor, String path) {
        for (int width : new int[] {PHONE, DESK}) {
            visitor.looksAt(width);
            visitor.findsThePageAccessible();
            visitor.takesPicture(width + path.replaceAll("[^a-z0-9]+", "-"));
        }
    }
}
