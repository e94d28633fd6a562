package org.bluelamp.news.reading.web;

import java.net.URI;
import java.time.Instant;
import java.time.Year;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.bluelamp.news.reading.Addresses;
import org.bluelamp.news.reading.CampaignAddresses;
import org.bluelamp.news.reading.Headlines;
import org.bluelamp.service.security.PublicEndpoint;
import org.bluelamp.web.xml.XmlText;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The public articles and campaigns for search engines (sitemaps.org): one map, or when they are too many for one, a map a year. */
@RestController
@PublicEndpoint
class NewsSitemap {

    /** What the protocol allows in one map. */
    static final int MOST = 50_000;

    private static final String SITEMAPS = "http://www.sitemaps.org/schemas/sitemap/0.9";

    private final Addresses addresses;
    private final CampaignAddresses campaigns;
    private final Headlines headlines;
    private final URI publicUrl;

    NewsSitemap(
            Addresses addresses,
            CampaignAddresses campaigns,
            Headlines headlines,
            @Value("${bluelamp.public-url}") URI publicUrl) {
        this.addresses = addresses;
        this.campaigns = campaigns;
        this.headlines = headlines;
        this.publicUrl = publicUrl;
    }

    @GetMapping("/news/sitemap.xml")
    ResponseEntity<byte[]> all() {
        List<CampaignAddresses.Address> pages = campaigns.all();
        List<Addresses.Address> newest = addresses.newest(MOST - pages.size() + 1);
        return answer(newest.size() <= MOST - pages.size() ? map(newest, pages) : index(!pages.isEmpty()));
    }

    @GetMapping("/news/sitemap-campaigns.xml")
    ResponseEntity<byte[]> campaigns() {
        List<CampaignAddresses.Address> pages = campaigns.all();
        if (pages.isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return answer(map(List.of(), pages));
    }

    @GetMapping("/news/sitemap-{year:[0-9]{4}}.xml")
    ResponseEntity<byte[]> year(@PathVariable int year) {
        List<Addresses.Address> articles = addresses.of(Year.of(year), MOST);
        if (articles.isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return answer(map(articles, List.of()));
    }

    private byte[] map(List<Addresses.Address> articles, List<CampaignAddresses.Address> pages) {
        return XmlText.document(xml -> {
            xml.writeStartElement("urlset");
            xml.writeDefaultNamespace(SITEMAPS);
            for (CampaignAddresses.Address page : pages) {
                url(xml, page.path(), page.updatedAt());
            }
            for (Addresses.Address article : articles) {
                url(xml, "/news/" + article.slug(), article.updatedAt());
            }
            xml.writeEndElement();
        });
    }

    private void url(XMLStreamWriter xml, String path, Instant updatedAt) throws XMLStreamException {
        xml.writeStartElement("url");
        XmlText.element(xml, "loc", publicUrl + path);
        XmlText.element(xml, "lastmod", updatedAt.toString());
        xml.writeEndElement();
    }

    private byte[] index(boolean withCampaigns) {
        return XmlText.document(xml -> {
            xml.writeStartElement("sitemapindex");
            xml.writeDefaultNamespace(SITEMAPS);
            if (withCampaigns) {
                part(xml, "campaigns");
            }
            for (Year year : headlines.yearsWithNews()) {
                part(xml, year.toString());
            }
            xml.writeEndElement();
        });
    }

    private void part(XMLStreamWriter xml, String name) throws XMLStreamException {
        xml.writeStartElement("sitemap");
        XmlText.element(xml, "loc", publicUrl + "/news/sitemap-" + name + ".xml");
        xml.writeEndElement();
    }

    private static ResponseEntity<byte[]> answer(byte[] map) {
        return ResponseEntity.ok()
                .cacheControl(NewsPages.SOON_STALE)
                .contentType(MediaType.APPLICATION_XML)
                .body(map);
    }
}
