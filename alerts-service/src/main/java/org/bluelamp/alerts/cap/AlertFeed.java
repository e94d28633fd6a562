package org.bluelamp.alerts.cap;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.bluelamp.web.xml.XmlText;

/**
 * Alerts to be followed. All addresses are whole ones.
 *
 * @param self the feed's own address
 * @param page the page that shows the same
 * @param author who speaks
 */
record AlertFeed(String title, String self, String page, String author, Instant updated, List<Entry> entries) {

    static final String ATOM_TYPE = "application/atom+xml";
    static final String RSS_TYPE = "application/rss+xml";

    private static final String ATOM = "http://www.w3.org/2005/Atom";
    private static final String LANGUAGE = "en-GB";

    AlertFeed {
        entries = List.copyOf(entries);
    }

    /**
     * An alert.
     *
     * @param href its page, which is its id too
     * @param category what it is about, in words
     */
    record Entry(
            String title,
            String href,
            String cap,
            String category,
            String summary,
            Instant published,
            Instant updated) {}

    /** As Atom (RFC 4287), each entry with a link to its CAP document. */
    byte[] atom() {
        return XmlText.document(xml -> {
            xml.setDefaultNamespace(ATOM);
            xml.writeStartElement("feed");
            xml.writeDefaultNamespace(ATOM);
            xml.writeAttribute("xml:lang", LANGUAGE);
            XmlText.element(xml, "id", self);
            XmlText.element(xml, "title", title);
            XmlText.element(xml, "updated", DateTimeFormatter.ISO_INSTANT.format(updated));
            link(xml, "self", ATOM_TYPE, self);
            link(xml, "alternate", "text/html", page);
            xml.writeStartElement("author");
            XmlText.element(xml, "name", author);
            xml.writeEndElement();
            for (var entry : entries) {
                xml.writeStartElement("entry");
                XmlText.element(xml, "id", entry.href());
                XmlText.element(xml, "title", entry.title());
                XmlText.element(xml, "published", DateTimeFormatter.ISO_INSTANT.format(entry.published()));
                XmlText.element(xml, "updated", DateTimeFormatter.ISO_INSTANT.format(entry.updated()));
                link(xml, "alternate", "text/html", entry.href());
                link(xml, "related", CapController.CAP_TYPE, entry.cap());
                xml.writeEmptyElement("category");
                xml.writeAttribute("term", entry.category());
                XmlText.element(xml, "summary", entry.summary());
                xml.writeEndElement();
            }
            xml.writeEndElement();
        });
    }

    /** As RSS 2.0. */
    byte[] rss() {
        return XmlText.document(xml -> {
            xml.writeStartElement("rss");
            xml.writeAttribute("version", "2.0");
            xml.writeNamespace("atom", ATOM);
            xml.writeStartElement("channel");
            XmlText.element(xml, "title", title);
            XmlText.element(xml, "link", page);
            XmlText.element(xml, "description", "Alerts of neighbourhood policing teams, live and lately ended.");
            XmlText.element(xml, "language", "en-gb");
            XmlText.element(xml, "lastBuildDate", rssTime(updated));
            xml.writeEmptyElement("atom", "link", ATOM);
            xml.writeAttribute("rel", "self");
            xml.writeAttribute("type", RSS_TYPE);
            xml.writeAttribute("href", self);
            for (var entry : entries) {
                xml.writeStartElement("item");
                XmlText.element(xml, "title", entry.title());
                XmlText.element(xml, "link", entry.href());
                xml.writeStartElement("guid");
                xml.writeAttribute("isPermaLink", "true");
                xml.writeCharacters(entry.href());
                xml.writeEndElement();
                XmlText.element(xml, "pubDate", rssTime(entry.updated()));
                XmlText.element(xml, "category", entry.category());
                XmlText.element(xml, "description", entry.summary());
                xml.writeEndElement();
            }
            xml.writeEndElement();
            xml.writeEndElement();
        });
    }

    private static void link(XMLStreamWriter xml, String relation, String type, String href) throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", relation);
        xml.writeAttribute("type", type);
        xml.writeAttribute("href", href);
    }

    private static String rssTime(Instant time) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(time.atOffset(ZoneOffset.UTC));
    }
}
