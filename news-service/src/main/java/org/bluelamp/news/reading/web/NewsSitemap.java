package org.bluelamp.news.reading.web;

import java.net.URI;
import java.time.Year;
import java.util.List;
import org.bluelamp.news.reading.Addresses;
import org.bluelamp.news.reading.Headlines;
import org.bluelamp.service.security.PublicEndpoint;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The public articles for search engines (sitemaps.org): one map, or when they are too many for one, a map a year. */
@RestController
@PublicEndpoint
class NewsSitemap {

    /** What the protocol allows in one map. */
    static final int MOST = 50_000;

    private static final String SITEMAPS = "http://www.sitemaps.org/schemas/sitemap/0.9";

    private final Addresses addresses;
    private final Headlines headlines;
    private final URI publicUrl;

    NewsSitemap(Addresses addresses, Headlines headlines, @Value("${bluelamp.public-url}") URI publicUrl) {
        this.addresses = addresses;
        this.headlines = headlines;
        this.publicUrl = publicUrl;
    }

    @GetMapping("/news/sitemap.xml")
    ResponseEntity<byte[]> all() {
        List<Addresses.Address> newest = addresses.newest(MOST + 1);
        return answer(newest.size() <= MOST ? map(newest) : index());
    }

    @GetMapping("/news/sitemap-{year:[0-9]{4}}.xml")
    ResponseEntity<byte[]> year(@PathVariable int year) {
        List<Addresses.Address> articles = addresses.of(Year.of(year), MOST);
        if (articles.isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return answer(map(articles));
    }

    private byte[] map(List<Addresses.Address> articles) {
        return XmlText.document(xml -> {
            xml.writeStartElement("urlset");
            xml.writeDefaultNamespace(SITEMAPS);
            for (Addresses.Address article : articles) {
                xml.writeStartElement("url");
                XmlText.element(xml, "loc", publicUrl + "/news/" + article.slug());
                XmlText.element(xml, "lastmod", article.updatedAt().toString());
                xml.writeEndElement();
            }
            xml.writeEndElement();
        });
    }

    private byte[] index() {
        return XmlText.document(xml -> {
            xml.writeStartElement("sitemapindex");
            xml.writeDefaultNamespace(SITEMAPS);
            for (Year year : headlines.yearsWithNews()) {
                xml.writeStartElement("sitemap");
                XmlText.element(xml, "loc", publicUrl + "/news/sitemap-" + year + ".xml");
                xml.writeEndElement();
            }
            xml.writeEndElement();
        });
    }

    private static ResponseEntity<byte[]> answer(byte[] map) {
        return ResponseEntity.ok()
                .cacheControl(NewsPages.SOON_STALE)
                .contentType(MediaType.APPLICATION_XML)
                .body(map);
    }
}
