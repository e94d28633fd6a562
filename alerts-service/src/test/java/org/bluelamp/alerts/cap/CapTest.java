package org.bluelamp.alerts.cap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.bluelamp.alerts.alert.AlertStory;
import org.bluelamp.alerts.alert.Category;
import org.bluelamp.alerts.alert.Certainty;
import org.bluelamp.alerts.alert.Content;
import org.bluelamp.alerts.alert.Severity;
import org.bluelamp.alerts.alert.Target;
import org.bluelamp.alerts.alert.Urgency;
import org.bluelamp.alerts.area.GeoJson;
import org.bluelamp.alerts.area.Ground;
import org.bluelamp.service.area.AreaCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Polygon;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * CAP documents and feeds. Every document that is read here is valid by the schema; what the standard says in words alone
 * is asked besides.
 */
class CapTest extends AlertStory {

    private static final String TIME = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d[-+]\\d\\d:\\d\\d";

    @Test
    void an_alert_its_update_and_its_cancellation_are_documents_of_cap() {
        var alert = issued(headed("Gas & <fire>\u0007 “now”", content(STEVENAGE_NORTH, STEVENAGE)));
        var first = document(alert.reference().value());
        assertThat(text(first, "identifier")).isEqualTo(alert.reference() + ".1");
        assertThat(text(first, "sender")).isEqualTo("alerts@bluelamp.example");
        assertThat(text(first, "msgType")).isEqualTo("Alert");
        assertThat(text(first, "status")).isEqualTo("Actual");
        assertThat(text(first, "scope")).isEqualTo("Public");
        assertThat(text(first, "headline")).isEqualTo("Gas & <fire> “now”");
        assertThat(text(first, "category")).isEqualTo("Safety");
        assertThat(text(first, "urgency")).isEqualTo("Immediate");
        assertThat(text(first, "severity")).isEqualTo("Extreme");
        assertThat(text(first, "certainty")).isEqualTo("Observed");
        assertThat(text(first, "web")).isEqualTo("http://localhost:8080/alerts/" + alert.reference());
        assertThat(all(first, "references")).isEmpty();
        assertThat(all(first, "polygon")).hasSize(1);

        clock.moveBy(Duration.ofMinutes(5));
        var updated = updated(alert, headed("Mended", content(STEVENAGE_NORTH, STEVENAGE)));
        var update = document(alert.reference().value());
        assertThat(text(update, "msgType")).isEqualTo("Update");
        assertThat(text(update, "references"))
                .isEqualTo("alerts@bluelamp.example," + alert.reference() + ".1," + text(first, "sent"));

        desk.cancel(COUNTY, alert.id(), updated.version(), "It is over.");
        var cancel = document(alert.reference().value());
        assertThat(text(cancel, "msgType")).isEqualTo("Cancel");
        assertThat(text(cancel, "references").split(" "))
                .containsExactly(
                        "alerts@bluelamp.example," + alert.reference() + ".1," + text(first, "sent"),
                        "alerts@bluelamp.example," + alert.reference() + ".2," + text(update, "sent"));
        assertThat(text(cancel, "note")).isEqualTo("It is over.");
        assertThat(cancel.getDocumentElement().getTextContent()).doesNotContain("Mended", "Gas", "gas main");
    }

    @Test
    void a_circle_is_a_circle_in_kilometres_and_corners_a_closed_polygon_latitude_first() {
        var north = new TreeSet<>(Set.of(new AreaCode(STEVENAGE_NORTH)));
        var circle =
                issued(aimed(new Target(north, Optional.of(new Ground.Circle(51.915, -0.195, 250)), true), content()));
        assertThat(text(document(circle.reference().value()), "circle")).isEqualTo("51.915000,-0.195000 0.250");

        var corners = new Ground.Circle(51.915, -0.195, 250).shape();
        var drawn = issued(aimed(new Target(north, Optional.of(new Ground.Drawn(corners)), true), content()));
        assertThat(text(document(drawn.reference().value()), "polygon")).startsWith("51.915000,-0.19");
    }

    @Test
    void an_alert_with_everything_and_one_with_hardly_anything_are_documents_of_cap_until_they_are_called_back() {
        var north = new TreeSet<>(Set.of(new AreaCode(STEVENAGE_NORTH)));
        var islands = GeoJson.GEOMETRIES.createMultiPolygon(new Polygon[] {
            new Ground.Circle(51.66, -0.39, 200).shape(), new Ground.Circle(51.68, -0.39, 200).shape()
        });
        event("directory.area.changed", TOWN_CENTRE, 2, """
                {"code": "%s", "kind": "neighbourhood", "name": "Town Centre", "parent": "%s", "label": "Area",
                 "contact": {}, "socialAccounts": [], "households": 1000, "boundary": %s}
                """.formatted(TOWN_CENTRE, WATFORD, GeoJson.write(islands)));
        var everything = content(STEVENAGE_NORTH, STEVENAGE_SOUTH, TOWN_CENTRE, WATFORD);
        var all = List.of(
                worded(
                        everything,
                        "Perygl: nwy yn gollwng – ewch rŵan! 🚨",
                        "Łódź, 火事, خطر\n\n\t]]> &amp; <b>",
                        "Öffnen Sie nichts."),
                worded(aimed(new Target(north, Optional.empty(), true), content()), "Gas", "Gas", null),
                aimed(new Target(north, Optional.of(new Ground.Circle(51.915, -0.195, 250)), true), content()),
                aimed(
                        new Target(
                                north,
                                Optional.of(new Ground.Drawn(new Ground.Circle(51.915, -0.195, 250).shape())),
                                true),
                        later(content())));
        for (var one : all) {
            var alert = issued(one);
            var first = document(alert.reference().value());
            assertThat(text(first, "headline")).isEqualTo(one.headline());
            assertThat(text(first, "description")).isEqualTo(one.description());
            assertThat(all(first, "instruction")).hasSize(one.instruction().isPresent() ? 1 : 0);
            assertThat(all(first, "resource")).hasSize(one.links().size());
            clock.moveBy(Duration.ofMinutes(1));
            var updated = updated(alert, headed("Weiter: größer", alert.content()));
            assertThat(text(document(alert.reference().value()), "msgType")).isEqualTo("Update");
            desk.cancel(COUNTY, alert.id(), updated.version(), "Falscher Ort — wrong place.");
            assertThat(text(document(alert.reference().value()), "msgType")).isEqualTo("Cancel");
        }
    }

    @Test
    void whatever_is_chosen_for_an_alert_its_document_says_with_a_word_of_cap() {
        for (var category : Category.values()) {
            document(issued(chosen(category, Severity.SEVERE, Urgency.EXPECTED, Certainty.LIKELY))
                    .reference()
                    .value());
        }
        for (var severity : Severity.values()) {
            document(issued(chosen(Category.SAFETY, severity, Urgency.EXPECTED, Certainty.LIKELY))
                    .reference()
                    .value());
        }
        for (var urgency : Urgency.values()) {
            document(issued(chosen(Category.SAFETY, Severity.SEVERE, urgency, Certainty.LIKELY))
                    .reference()
                    .value());
        }
        for (var certainty : Certainty.values()) {
            document(issued(chosen(Category.SAFETY, Severity.SEVERE, Urgency.EXPECTED, certainty))
                    .reference()
                    .value());
        }
    }

    private Content chosen(Category category, Severity severity, Urgency urgency, Certainty certainty) {
        var content = content();
        return new Content(
                content.headline(),
                content.description(),
                content.instruction(),
                category,
                severity,
                urgency,
                certainty,
                content.target(),
                content.links(),
                content.sender(),
                content.expires(),
                content.worthSending());
    }

    private static Content worded(Content content, String headline, String description, @Nullable String instruction) {
        return new Content(
                headline,
                description,
                Optional.ofNullable(instruction),
                content.category(),
                content.severity(),
                content.urgency(),
                content.certainty(),
                content.target(),
                instruction == null ? List.of() : content.links(),
                content.sender(),
                content.expires(),
                content.worthSending());
    }

    @Test
    void a_feed_leads_to_the_documents_marks_what_has_ended_and_is_not_sent_twice() {
        var live = issued(headed("Live & well", content()));
        var back = issued(headed("A mistake", content(TOWN_CENTRE)));
        desk.cancel(COUNTY, back.id(), back.version(), "Wrong street.");
        var answer = browser.get("/alerts/feed");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith("application/atom+xml");
        assertThat(answer.header("Cache-Control")).contains("no-cache").doesNotContain("max-age");
        var feed = parsed(answer.body());
        assertThat(titles(feed, "entry"))
                .containsExactly("Live & well", "Called back: an alert for Town Centre in Watford");
        assertThat(answer.body())
                .contains("type=\"application/cap+xml\" href=\"http://localhost:8080/alerts/" + live.reference()
                        + "/cap\"")
                .doesNotContain("A mistake");
        var again = browser.with("If-None-Match", answer.header("ETag")).get("/alerts/feed");
        assertThat(again.status()).isEqualTo(304);

        desk.update(COUNTY, live.id(), live.version(), headed("Live and better", content()));
        var changed = browser.with("If-None-Match", answer.header("ETag")).get("/alerts/feed");
        assertThat(changed.status()).isEqualTo(200);
        assertThat(titles(parsed(browser.get("/alerts/feed?area=" + WATFORD).body()), "entry"))
                .containsExactly("Called back: an alert for Town Centre in Watford");
        assertThat(titles(parsed(browser.get("/alerts/feed?category=fire").body()), "entry"))
                .isEmpty();
        assertThat(browser.get("/alerts/feed?area=nowhere").status()).isEqualTo(404);

        var rss = browser.get("/alerts/feed.rss");
        assertThat(rss.header("Content-Type")).startsWith("application/rss+xml");
        assertThat(titles(parsed(rss.body()), "item"))
                .containsExactly("Live and better", "Called back: an alert for Town Centre in Watford");

        clock.moveBy(Duration.ofHours(13));
        assertThat(titles(parsed(browser.get("/alerts/feed").body()), "entry")).contains("Over: Live and better");
    }

    @Test
    void a_document_that_has_not_changed_is_not_sent_again() {
        var alert = issued(content());
        var path = "/alerts/" + alert.reference() + "/cap";
        var answer = browser.get(path);
        assertThat(answer.header("Content-Type")).startsWith("application/cap+xml");
        assertThat(browser.with("If-None-Match", answer.header("ETag"))
                        .get(path)
                        .status())
                .isEqualTo(304);
        desk.cancel(COUNTY, alert.id(), alert.version(), "A mistake.");
        assertThat(browser.with("If-None-Match", answer.header("ETag"))
                        .get(path)
                        .status())
                .isEqualTo(200);
    }

    /** The document of an alert, which keeps the rules of the standard. */
    private Document document(String reference) {
        var body = browser.get("/alerts/" + reference + "/cap").body();
        assertThat(CapSchema.faults(body)).as(body).isEmpty();
        var document = parsed(body);
        for (var name : List.of("identifier", "sender")) {
            assertThat(text(document, name)).matches("[^\\s,<&]+");
        }
        all(document, "references")
                .forEach(references -> assertThat(references.split(" "))
                        .allSatisfy(one -> assertThat(one).matches("[^\\s,<&]+,[^\\s,<&]+," + TIME)));
        all(document, "polygon").forEach(polygon -> {
            var points = polygon.split(" ");
            assertThat(points).hasSizeGreaterThanOrEqualTo(4).allSatisfy(point -> {
                assertThat(point).matches("-?\\d+\\.\\d+,-?\\d+\\.\\d+");
                assertThat(Double.parseDouble(point.split(",")[0])).isBetween(51.0, 52.5);
            });
            assertThat(points[0]).isEqualTo(points[points.length - 1]);
        });
        return document;
    }

    private static List<String> titles(Document feed, String entry) {
        return elements(feed, entry).stream()
                .map(one -> one.getElementsByTagNameNS("*", "title").item(0).getTextContent())
                .toList();
    }

    private static String text(Document document, String name) {
        return all(document, name).getFirst();
    }

    private static List<String> all(Document document, String name) {
        return elements(document, name).stream().map(Element::getTextContent).toList();
    }

    private static List<Element> elements(Document document, String name) {
        var nodes = document.getElementsByTagNameNS("*", name);
        var elements = new ArrayList<Element>();
        for (var n = 0; n < nodes.getLength(); n++) {
            elements.add((Element) nodes.item(n));
        }
        return elements;
    }

    private static Document parsed(String xml) {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            return factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new AssertionError(xml, e);
        }
    }
}
