package org.bluelamp.news.reading.web;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.bluelamp.news.article.Campaign;
import org.bluelamp.news.article.Topic;
import org.bluelamp.news.reading.Headline;
import org.bluelamp.web.xml.XmlText;

/** Writes a feed as Atom (RFC 4287). */
final class AtomFeed {

    private static final String ATOM = "http://www.w3.org/2005/Atom";

    private AtomFeed() {}

    static byte[] write(Feed feed) {
        return XmlText.document(xml -> {
            xml.setDefaultNamespace(ATOM);
            xml.writeStartElement("feed");
            xml.writeDefaultNamespace(ATOM);
            xml.writeAttribute("xml:lang", Feed.LANGUAGE);
            XmlText.element(xml, "id", feed.self());
            XmlText.element(xml, "title", feed.title());
            XmlText.element(xml, "updated", time(feed.updated()));
            link(xml, "self", FeedForm.ATOM.linkType(), feed.self());
            link(xml, "alternate", "text/html", feed.page());
            xml.writeStartElement("author");
            XmlText.element(xml, "name", feed.author());
            xml.writeEndElement();
            for (Feed.Entry entry : feed.entries()) {
                entry(xml, entry);
            }
            xml.writeEndElement();
        });
    }

    private static void entry(XMLStreamWriter xml, Feed.Entry entry) throws XMLStreamException {
        Headline headline = entry.headline();
        xml.writeStartElement("entry");
        XmlText.element(xml, "id", entry.id());
        XmlText.element(xml, "title", headline.title());
        XmlText.element(xml, "published", time(headline.publishedAt()));
        XmlText.element(xml, "updated", time(headline.updatedAt()));
        link(xml, "alternate", "text/html", entry.href());
        for (Topic topic : headline.topics()) {
            category(xml, topic.code(), topic.label());
        }
        if (headline.campaign().isPresent()) {
            Campaign campaign = headline.campaign().get();
            category(xml, campaign.hashtag(), campaign.toString());
        }
        XmlText.element(xml, "summary", headline.summary());
        xml.writeStartElement("content");
        xml.writeAttribute("type", "html");
        xml.writeCharacters(entry.body().toString());
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private static void link(XMLStreamWriter xml, String relation, String type, String href) throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", relation);
        xml.writeAttribute("type", type);
        xml.writeAttribute("href", href);
    }

    private static void category(XMLStreamWriter xml, String term, String label) throws XMLStreamException {
        xml.writeEmptyElement("category");
        xml.writeAttribute("term", term);
        xml.writeAttribute("label", label);
    }

    private static String time(Instant time) {
        return DateTimeFormatter.ISO_INSTANT.format(time);
    }
}
