package org.bluelamp.news.reading.web;

import java.util.List;
import org.bluelamp.news.area.Area;
import org.bluelamp.news.area.AreaMap;
import org.bluelamp.news.article.Article;
import org.bluelamp.news.article.Content;
import org.bluelamp.news.article.Draft;
import org.bluelamp.news.article.Published;
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
 * @param updated the day of the last change since, if there was one
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
        @Nullable String updated,
        List<Link> areas,
        List<Link> topics,
        @Nullable Link campaign,
        String signUp,
        List<Teaser> related) {

    /** A text and where it leads. */
    public record Link(String text, String href) {}

    static ArticlePage of(Published article, AreaMap areas, Markdown markdown, List<Teaser> related) {
        return new ArticlePage(
                article.content().summary(),
                markdown.forPage(article.content().body()),
                LondonTime.weekday(article.publication().at()),
                article.publication().at().toString(),
                article.amended() ? LondonTime.day(article.provenance().changedAt()) : null,
                areaLinks(article.content(), areas),
                topicLinks(article.content()),
                campaignLink(article.content()),
                signUp(article.content()),
                related);
    }

    /** What readers would see, or saw, of an article in any state. */
    public static ArticlePage of(Article article, AreaMap areas, Markdown markdown) {
        return switch (article) {
            case Draft draft -> of(draft.content(), areas, markdown);
            case Published published -> of(published, areas, markdown, List.of());
            case Withdrawn withdrawn -> of(withdrawn.content(), areas, markdown);
        };
    }

    /** What readers would see of a text that is not kept yet. */
    public static ArticlePage of(Content content, AreaMap areas, Markdown markdown) {
        return new ArticlePage(
                content.summary(),
                markdown.forPage(content.body()),
                null,
                null,
                null,
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
