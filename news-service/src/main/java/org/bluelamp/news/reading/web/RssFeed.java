package org.bluelamp.news.reading.web;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.bluelamp.news.article.Campaign;
import org.bluelamp.news.article.Topic;
import org.bluelamp.news.reading.Headline;
import org.bluelamp.web.xml.XmlText;

/** Writes a feed as RSS 2.0, with the link to itself and the whole texts that readers look for in its usual modules. */
final class RssFeed {

    private static final String ATOM = "http://www.w3.org/2005/Atom";
    private static final String CONTENT = "http://purl.org/rss/1.0/modules/content/";

    private RssFeed() {}

    static byte[] write(Feed feed) {
        return XmlText.document(xml -> {
            xml.writeStartElement("rss");
            xml.writeAttribute("version", "2.0");
            xml.writeNamespace("atom", ATOM);
            xml.writeNamespace("content", CONTENT);
            xml.writeStartElement("channel");
            XmlText.element(xml, "title", feed.title());
            XmlText.element(xml, "link", feed.page());
            XmlText.element(xml, "description", Feed.ABOUT);
            XmlText.element(xml, "language", Feed.LANGUAGE.toLowerCase(Locale.ROOT));
            XmlText.element(xml, "lastBuildDate", time(feed.updated()));
            xml.writeEmptyElement("atom", "link", ATOM);
            xml.writeAttribute("rel", "self");
            xml.writeAttribute("type", FeedForm.RSS.linkType());
            xml.writeAttribute("href", feed.self());
            for (Feed.Entry entry : feed.entries()) {
                item(xml, entry);
            }
            xml.writeEndElement();
            xml.writeEndElement();
        });
    }

    private static void item(XMLStreamWriter xml, Feed.Entry entry) throws XMLStreamException {
        Headline headline = entry.headline();
        xml.writeStartElement("item");
        XmlText.element(xml, "title", headline.title());
        XmlText.element(xml, "link", entry.href());
        xml.writeStartElement("guid");
        xml.writeAttribute("isPermaLink", "false");
        xml.writeCharacters(entry.id());
        xml.writeEndElement();
        XmlText.element(xml, "pubDate", time(headline.publishedAt()));
        for (String category : Stream.concat(
                        headline.topics().stream().map(Topic::label),
                        headline.campaign().map(Campaign::toString).stream())
                .toList()) {
            XmlText.element(xml, "category", category);
        }
        XmlText.element(xml, "description", headline.summary());
        xml.writeStartElement("content", "encoded", CONTENT);
        xml.writeCharacters(entry.body().toString());
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private static String time(Instant time) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(time.atOffset(ZoneOffset.UTC));
    }
}
