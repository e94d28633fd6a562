package org.bluelamp.alerts.cap;

import java.net.URLConnection;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.bluelamp.alerts.alert.Cancelled;
import org.bluelamp.alerts.alert.Content;
import org.bluelamp.alerts.alert.Link;
import org.bluelamp.alerts.alert.Sent;
import org.bluelamp.alerts.area.Area;
import org.bluelamp.alerts.area.Ground;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.web.page.LondonTime;
import org.bluelamp.web.xml.XmlText;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/**
 * Writes the latest message of an alert as a document of CAP 1.2 (OASIS standard of 1 July 2010). The order of its
 * elements is that of the standard's schema. Of an alert that was called back it tells the reason and none of the words.
 *
 * @param sender the installation, as CAP names it
 * @param senderName the team, as readers know it
 * @param web the address of the alert's page
 * @param areas what is known of its areas
 * @param boundaries where they lie, of those of which it is known
 * @param exercise whether nobody is to act on it: section 3.2.1 of the standard has a status for that
 */
record CapDocument(
        Sent alert,
        String sender,
        String senderName,
        String web,
        List<Area> areas,
        Map<AreaCode, Geometry> boundaries,
        boolean exercise) {

    private static final String CAP = "urn:oasis:names:tc:emergency:cap:1.2";

    /** With the offset in numbers, which the standard asks for: never Z. */
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx", Locale.ROOT).withZone(LondonTime.ZONE);

    /** The document in UTF-8. */
    byte[] write() {
        return XmlText.document(xml -> {
            var message = alert.messages().latest();
            xml.setDefaultNamespace(CAP);
            xml.writeStartElement("alert");
            xml.writeDefaultNamespace(CAP);
            XmlText.element(xml, "identifier", message.identifier());
            XmlText.element(xml, "sender", sender);
            XmlText.element(xml, "sent", TIME.format(message.sentAt()));
            XmlText.element(xml, "status", exercise ? "Exercise" : "Actual");
            XmlText.element(xml, "msgType", message.kind().cap());
            XmlText.element(xml, "scope", "Public");
            if (alert instanceof Cancelled cancelled) {
                XmlText.element(xml, "note", cancelled.reason());
            }
            if (!alert.messages().earlier().isEmpty()) {
                XmlText.element(
                        xml,
                        "references",
                        alert.messages().earlier().stream()
                                .map(earlier ->
                                        sender + "," + earlier.identifier() + "," + TIME.format(earlier.sentAt()))
                                .collect(Collectors.joining(" ")));
            }
            info(xml, message.content(), message.sentAt());
            xml.writeEndElement();
        });
    }

    private void info(XMLStreamWriter xml, Content content, Instant sentAt) throws XMLStreamException {
        var cancelled = alert instanceof Cancelled calledBack ? calledBack : null;
        xml.writeStartElement("info");
        XmlText.element(xml, "language", "en-GB");
        XmlText.element(xml, "category", content.category().cap());
        XmlText.element(xml, "event", content.category().label());
        XmlText.element(xml, "urgency", cancelled == null ? content.urgency().cap() : "Past");
        XmlText.element(xml, "severity", content.severity().cap());
        XmlText.element(xml, "certainty", content.certainty().cap());
        XmlText.element(xml, "effective", TIME.format(sentAt));
        XmlText.element(xml, "expires", TIME.format(content.expires()));
        XmlText.element(xml, "senderName", senderName);
        XmlText.element(xml, "headline", cancelled == null ? content.headline() : "This alert was called back");
        XmlText.element(xml, "description", cancelled == null ? content.description() : cancelled.reason());
        if (cancelled == null && content.instruction().isPresent()) {
            XmlText.element(xml, "instruction", content.instruction().get());
        }
        XmlText.element(xml, "web", web);
        if (cancelled == null) {
            for (var link : content.links()) {
                resource(xml, link);
            }
        }
        var ground = content.target().ground();
        if (ground.isPresent()) {
            ground(xml, ground.get(), cancelled == null);
        } else {
            for (var area : areas) {
                area(xml, area);
            }
        }
        xml.writeEndElement();
    }

    private static void resource(XMLStreamWriter xml, Link link) throws XMLStreamException {
        var path = link.url().replaceFirst("[?#].*$", "");
        var type = URLConnection.guessContentTypeFromName(path);
        xml.writeStartElement("resource");
        XmlText.element(xml, "resourceDesc", link.title());
        XmlText.element(xml, "mimeType", type == null ? "text/html" : type);
        XmlText.element(xml, "uri", link.url());
        xml.writeEndElement();
    }

    /** What was drawn is one area with the codes of all that it touches; called back, only those are told. */
    private void ground(XMLStreamWriter xml, Ground ground, boolean shown) throws XMLStreamException {
        xml.writeStartElement("area");
        XmlText.element(xml, "areaDesc", "part of " + Area.inWords(areas));
        if (shown) {
            switch (ground) {
                case Ground.Drawn drawn -> XmlText.element(xml, "polygon", ring(drawn.shape()));
                case Ground.Circle circle ->
                    XmlText.element(
                            xml,
                            "circle",
                            String.format(
                                    Locale.ROOT,
                                    "%.6f,%.6f %.3f",
                                    circle.latitude(),
                                    circle.longitude(),
                                    circle.metres() / 1000.0));
            }
        }
        for (var area : areas) {
            geocode(xml, area.code());
        }
        xml.writeEndElement();
    }

    private void area(XMLStreamWriter xml, Area area) throws XMLStreamException {
        xml.writeStartElement("area");
        XmlText.element(xml, "areaDesc", area.fullName());
        var boundary = boundaries.get(area.code());
        if (boundary != null) {
            for (var n = 0; n < boundary.getNumGeometries(); n++) {
                XmlText.element(xml, "polygon", ring((Polygon) boundary.getGeometryN(n)));
            }
        }
        geocode(xml, area.code());
        xml.writeEndElement();
    }

    private static void geocode(XMLStreamWriter xml, AreaCode code) throws XMLStreamException {
        xml.writeStartElement("geocode");
        XmlText.element(xml, "valueName", "bluelamp");
        XmlText.element(xml, "value", code.value());
        xml.writeEndElement();
    }

    /** Pairs of latitude and longitude, the first of which is the last; CAP knows no holes. */
    private static String ring(Polygon polygon) {
        return Arrays.stream(polygon.getExteriorRing().getCoordinates())
                .map((Coordinate point) -> String.format(Locale.ROOT, "%.6f,%.6f", point.y, point.x))
                .collect(Collectors.joining(" "));
    }
}
