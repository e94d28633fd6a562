package org.bluelamp.alerts.alert.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import gg.jte.html.HtmlTemplateOutput;
import java.util.List;
import java.util.stream.Stream;
import org.bluelamp.alerts.alert.Sent;
import org.bluelamp.alerts.area.Area;
import org.bluelamp.web.govuk.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * An alert as search engines read it: schema.org's SpecialAnnouncement as JSON-LD. It stands in a data block, which
 * browsers do not run and to which {@code script-src} does not apply (HTML, "prepare the script element").
 */
public record JsonLd(SpecialAnnouncement announcement) implements Component {

    /** The names are those of schema.org. */
    record SpecialAnnouncement(
            @JsonProperty("@context") String context,
            @JsonProperty("@type") String type,
            String url,
            String name,
            String text,
            String category,
            String inLanguage,
            String datePosted,
            String dateModified,
            String expires,
            List<Place> spatialCoverage,
            Organisation publisher) {}

    /** An area. */
    record Place(@JsonProperty("@type") String type, String name) {}

    /** Who speaks. */
    record Organisation(@JsonProperty("@type") String type, String name) {}

    /**
     * @param url of the alert's page
     * @param sender the team's name
     */
    static JsonLd of(Sent alert, List<Area> areas, String url, String sender) {
        var content = alert.content();
        return new JsonLd(new SpecialAnnouncement(
                "https://schema.org",
                "SpecialAnnouncement",
                url,
                content.headline(),
                Stream.concat(content.instruction().stream(), Stream.of(content.description()))
                        .reduce((first, second) -> first + "\n\n" + second)
                        .orElseThrow(),
                content.category().label(),
                "en-GB",
                alert.messages().first().sentAt().toString(),
                alert.messages().latest().sentAt().toString(),
                content.expires().toString(),
                areas.stream()
                        .map(area -> new Place("AdministrativeArea", area.fullName()))
                        .toList(),
                new Organisation("GovernmentOrganization", sender)));
    }

    /** The JSON with all that could end or alter an element of HTML written in JSON's own way. */
    String text() {
        return JsonMapper.shared()
                .writeValueAsString(announcement)
                .replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("&", "\\u0026")
                .replace("\u2028", "\\u2028")
                .replace("\u2029", "\\u2029");
    }

    @Override
    public void render(HtmlTemplateOutput output) {
        output.writeContent("<script type=\"application/ld+json\">" + text() + "</script>");
    }
}
