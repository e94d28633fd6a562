package org.bluelamp.news.reading.web;

import java.util.List;
import org.bluelamp.news.area.Area;
import org.bluelamp.news.area.AreaMap;
import org.bluelamp.news.article.Archived;
import org.bluelamp.news.article.Article;
import org.bluelamp.news.article.ArticleKind;
import org.bluelamp.news.article.Content;
import org.bluelamp.news.article.Corrected;
import org.bluelamp.news.article.Correction;
import org.bluelamp.news.article.Publication;
import org.bluelamp.news.article.Published;
import org.bluelamp.news.article.Unpublished;
import org.bluelamp.news.article.Withdrawn;
import org.bluelamp.news.markdown.Markdown;
import org.bluelamp.news.markdown.SafeHtml;
import org.bluelamp.web.page.LondonTime;
import org.jspecify.annotations.Nullable;

/**
 * An article as its page shows it: to residents, and to staff before it is public.
 *
 * @param published the day in words, for people; null while it is a draft
 * @param publishedAt the time for machines
 * @param corrected the day of the last correction, if there was one
 * @param correction what was corrected then
 * @param versions where all versions can be read; null when there is but one
 * @param archived since which day it is no longer current; null while it is
 * @param kind what sort of text it is
 * @param contact how to reach the police about it, if that is said
 * @param crimeReference the police's number for the crime, if there is one
 * @param areas for whom it is, with the pages of these areas
 * @param topics what it is about, with the lists of these topics
 * @param campaign the campaign with its list
 * @param signUp where to sign up for more of this
 * @param related other articles for the same readers
 */
public record ArticlePage(
        String summary,
        SafeHtml body,
        @Nullable String published,
        @Nullable String publishedAt,
        @Nullable String corrected,
        @Nullable String correction,
        @Nullable String versions,
        @Nullable String archived,
        ArticleKind kind,
        @Nullable String contact,
        @Nullable String crimeReference,
        List<Link> areas,
        List<Link> topics,
        @Nullable Link campaign,
        String signUp,
        List<Teaser> related) {

    /** A text and where it leads. */
    public record Link(String text, String href) {}

    /** What readers see, would see or saw of an article in any state. */
    public static ArticlePage of(Article article, AreaMap areas, Markdown markdown, List<Teaser> related) {
        ArticlePage page = of(article.content(), areas, markdown);
        return switch (article) {
            case Unpublished _, Withdrawn _ -> page;
            case Published published -> page.since(published.publication(), null, null, null, related);
            case Corrected corrected ->
                page.since(
                        corrected.publication(),
                        corrected.correction(),
                        "/news/" + corrected.slug() + "/versions",
                        null,
                        related);
            case Archived archived ->
                page.since(
                        archived.publication(),
                        null,
                        null,
                        LondonTime.day(archived.archival().at()),
                        related);
        };
    }

    /** The same as part of a campaign that has a page of its own. */
    ArticlePage partOf(String name, String path) {
        return new ArticlePage(
                summary,
                body,
                published,
                publishedAt,
                corrected,
                correction,
                versions,
                archived,
                kind,
                contact,
                crimeReference,
                areas,
                topics,
                new Link(name, path),
                signUp,
                related);
    }

    private ArticlePage since(
            Publication publication,
            @Nullable Correction correction,
            @Nullable String versions,
            @Nullable String archived,
            List<Teaser> related) {
        return new ArticlePage(
                summary,
                body,
                LondonTime.weekday(publication.at()),
                publication.at().toString(),
                correction == null ? null : LondonTime.day(correction.at()),
                correction == null ? null : correction.note(),
                versions,
                archived,
                kind,
                contact,
                crimeReference,
                areas,
                topics,
                campaign,
                signUp,
                related);
    }

    /** What readers would see of a text that is not kept yet. */
    public static ArticlePage of(Content content, AreaMap areas, Markdown markdown) {
        return new ArticlePage(
                content.summary(),
                markdown.forPage(content.body()),
                null,
                null,
                null,
                null,
                null,
                null,
                content.details().kind(),
                content.details().contact().orElse(null),
                content.details().crimeReference().orElse(null),
                areaLinks(content, areas),
                topicLinks(content),
                campaignLink(content),
                signUp(content),
                List.of());
    }

    private static List<Link> areaLinks(Content content, AreaMap areas) {
        return areas.named(content.areas()).stream()
                .map(area -> new Link(area.name(), page(area)))
                .toList();
    }

    private static String page(Area area) {
        return area.path().map(path -> "/your-area/" + path).orElse("/your-area");
    }

    private static List<Link> topicLinks(Content content) {
        return content.topics().stream()
                .map(topic -> new Link(topic.label(), "/news?topic=" + topic.code()))
                .toList();
    }

    private static @Nullable Link campaignLink(Content content) {
        return content.campaign()
                .map(campaign -> new Link(campaign.toString(), "/news?campaign=" + campaign.hashtag()))
                .orElse(null);
    }

    private static String signUp(Content content) {
        return content.areas().size() == 1
                ? "/alerts/sign-up?area=" + content.areas().getFirst()
                : "/alerts/sign-up";
    }
}
