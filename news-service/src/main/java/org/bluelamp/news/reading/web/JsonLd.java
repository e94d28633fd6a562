package org.bluelamp.news.reading.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import gg.jte.html.HtmlTemplateOutput;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.bluelamp.news.area.Area;
import org.bluelamp.news.area.AreaMap;
import org.bluelamp.news.article.Archived;
import org.bluelamp.news.article.Article;
import org.bluelamp.news.article.Campaign;
import org.bluelamp.news.article.Content;
import org.bluelamp.news.article.Corrected;
import org.bluelamp.news.article.Public;
import org.bluelamp.news.article.Publication;
import org.bluelamp.news.article.Topic;
import org.bluelamp.web.govuk.Component;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * An article as search engines read it: schema.org's NewsArticle as JSON-LD. It stands in a data block, which browsers
 * do not run and to which {@code script-src} does not apply (HTML, "prepare the script element").
 */
public record JsonLd(NewsArticle article) implements Component {

    private static final JsonMapper JSON = new JsonMapper();

    /** The names are those of schema.org. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record NewsArticle(
            @JsonProperty("@context") String context,
            @JsonProperty("@type") String type,
            String url,
            String mainEntityOfPage,
            String headline,
            @Nullable String image,
            String description,
            String inLanguage,
            String articleSection,
            String datePublished,
            String dateModified,
            @Nullable String expires,
            @Nullable String correction,
            boolean isAccessibleForFree,
            List<String> keywords,
            List<Place> contentLocation,
            Organisation author,
            Organisation publisher) {}

    /** An area. */
    record Place(@JsonProperty("@type") String type, String name) {}

    /** Who speaks. */
    record Organisation(@JsonProperty("@type") String type, String name, String url) {}

    /** @param url of the article's page */
    static JsonLd of(Public article, AreaMap areas, String url, @Nullable SharedPicture picture, Organisation force) {
        return new JsonLd(news(
                article,
                article.publication(),
                article.updatedAt(),
                null,
                article instanceof Corrected corrected ? corrected.correction().note() : null,
                areas,
                url,
                picture,
                force));
    }

    /** @param url of the article's page */
    static JsonLd of(Archived article, AreaMap areas, String url, @Nullable SharedPicture picture, Organisation force) {
        Instant end = article.archival().at();
        return new JsonLd(news(article, article.publication(), end, end, null, areas, url, picture, force));
    }

    /** The force that this installation is of. */
    static Organisation force(String name, String url) {
        return new Organisation("GovernmentOrganization", name, url);
    }

    private static NewsArticle news(
            Article article,
            Publication publication,
            Instant updatedAt,
            @Nullable Instant expires,
            @Nullable String correction,
            AreaMap areas,
            String url,
            @Nullable SharedPicture picture,
            Organisation force) {
        Content content = article.content();
        return new NewsArticle(
                "https://schema.org",
                "NewsArticle",
                url,
                url,
                content.title(),
                picture == null ? null : picture.url(),
                content.summary(),
                Feed.LANGUAGE,
                content.details().kind().label(),
                publication.at().toString(),
                updatedAt.toString(),
                expires == null ? null : expires.toString(),
                correction,
                true,
                Stream.concat(
                                content.topics().stream().map(Topic::label),
                                content.campaign().map(Campaign::hashtag).stream())
                        .toList(),
                areas.named(content.areas()).stream()
                        .map(Area::name)
                        .map(name -> new Place("AdministrativeArea", name))
                        .toList(),
                force,
                force);
    }

    /** The JSON with all that could end or alter an element of HTML written in JSON's own way. */
    String text() {
        return JSON.writeValueAsString(article)
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
