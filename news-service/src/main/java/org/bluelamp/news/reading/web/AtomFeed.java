package org.bluelamp.news.reading.web;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.bluelamp.news.article.Campaign;
import org.bluelamp.news.article.Topic;
import org.bluelamp.news.markdown.SafeHtml;
import org.bluelamp.news.reading.Headline;

/** Writes a list of articles as Atom (RFC 4287). */
final class AtomFeed {

    private static final String ATOM = "http://www.w3.org/2005/Atom";
    private static final XMLOutputFactory WRITERS = XMLOutputFactory.newFactory();

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final XMLStreamWriter xml;
    private final URI publicUrl;

    /**
     * Begins a feed.
     *
     * @param publicUrl of the site
     * @param self the feed's path with its query, which also makes its id
     * @param page the path of the page that shows the same
     * @param author who speaks, for example the force
     * @param updated when anything in it changed last
     */
    AtomFeed(URI publicUrl, String title, String self, String page, String author, Instant updated) {
        this.publicUrl = publicUrl;
        try {
            xml = WRITERS.createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
            xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
            xml.setDefaultNamespace(ATOM);
            xml.writeStartElement(ATOM, "feed");
            xml.writeDefaultNamespace(ATOM);
            xml.writeAttribute("xml:lang", "en-GB");
            text("id", publicUrl + self);
            text("title", title);
            text("updated", time(updated));
            link("self", "application/atom+xml", self);
            link("alternate", "text/html", page);
            xml.writeStartElement(ATOM, "author");
            text("name", author);
            xml.writeEndElement();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("A feed could not be written into memory", e);
        }
    }

    /** One more article. */
    void entry(Headline headline, SafeHtml body) {
        try {
            xml.writeStartElement(ATOM, "entry");
            text("id", "urn:uuid:" + headline.id());
            text("title", headline.title());
            text("published", time(headline.publishedAt()));
            text("updated", time(headline.updatedAt()));
            link("alternate", "text/html", "/news/" + headline.slug());
            for (Topic topic : headline.topics()) {
                category(topic.code(), topic.label());
            }
            if (headline.campaign().isPresent()) {
                Campaign campaign = headline.campaign().get();
                category(campaign.hashtag(), campaign.toString());
            }
            text("summary", headline.summary());
            xml.writeStartElement(ATOM, "content");
            xml.writeAttribute("type", "html");
            xml.writeCharacters(body.toString());
            xml.writeEndElement();
            xml.writeEndElement();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("Article " + headline.id() + " could not be written into a feed", e);
        }
    }

    /** The finished document in UTF-8. */
    byte[] end() {
        try {
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("A feed could not be finished", e);
        }
        return bytes.toByteArray();
    }

    private void text(String element, String text) throws XMLStreamException {
        xml.writeStartElement(ATOM, element);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }

    private void link(String relation, String type, String path) throws XMLStreamException {
        xml.writeEmptyElement(ATOM, "link");
        xml.writeAttribute("rel", relation);
        xml.writeAttribute("type", type);
        xml.writeAttribute("href", publicUrl + path);
    }

    private void category(String term, String label) throws XMLStreamException {
        xml.writeEmptyElement(ATOM, "category");
        xml.writeAttribute("term", term);
        xml.writeAttribute("label", label);
    }

    private static String time(Instant time) {
        return DateTimeFormatter.ISO_INSTANT.format(time);
    }
}
