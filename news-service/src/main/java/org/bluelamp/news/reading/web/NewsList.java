package org.bluelamp.news.reading.web;

import java.time.Year;
import java.util.Arrays;
import java.util.List;
import org.bluelamp.news.area.Area;
import org.bluelamp.news.area.AreaMap;
import org.bluelamp.news.article.ArticleKind;
import org.bluelamp.news.article.Campaign;
import org.bluelamp.news.article.Topic;
import org.bluelamp.news.reading.Selection;
import org.bluelamp.web.govuk.Pagination;
import org.jspecify.annotations.Nullable;

/**
 * What the list of news shows.
 *
 * @param years to choose from, the latest first
 */
public record NewsList(
        Selection selection,
        AreaMap areas,
        List<Year> years,
        List<Teaser> teasers,
        @Nullable Pagination pagination) {

    /** A feed of what the list shows. */
    public record FeedLink(String label, String type, String href) {}

    /** What the list is of, for example {@code News about burglary for Ware}. */
    static String title(Selection selection, AreaMap areas) {
        StringBuilder title =
                new StringBuilder(selection.kind().map(NewsList::several).orElse("News"));
        selection
                .campaign()
                .map(Campaign::toString)
                .ifPresent(campaign -> title.append(" of ").append(campaign));
        selection
                .topic()
                .map(Topic::label)
                .ifPresent(label -> title.append(" about ").append(uncapitalised(label)));
        selection
                .area()
                .map(areas::named)
                .map(Area::name)
                .ifPresent(name -> title.append(" for ").append(name));
        selection.year().ifPresent(year -> title.append(" from ").append(year));
        selection
                .text()
                .ifPresent(words -> title.append(" with “").append(words).append('”'));
        return title.toString();
    }

    private static String several(ArticleKind kind) {
        return switch (kind) {
            case NEWS -> "News";
            case ADVICE -> "Advice";
            case EVENT -> "Events";
            case APPEAL -> "Appeals for information";
            case MISSING_PERSON -> "Missing people";
            case COURT_RESULT -> "Court results";
        };
    }

    private static String uncapitalised(String label) {
        return Character.toLowerCase(label.charAt(0)) + label.substring(1);
    }

    /** Whether the filter stands on this area. */
    public boolean isOn(Area area) {
        return selection.area().filter(area.code()::equals).isPresent();
    }

    /** Whether the filter stands on this topic. */
    public boolean isOn(Topic topic) {
        return selection.topic().filter(topic::equals).isPresent();
    }

    /** Whether the filter stands on this kind. */
    public boolean isOn(ArticleKind kind) {
        return selection.kind().filter(kind::equals).isPresent();
    }

    /** Whether the filter stands on this year. */
    public boolean isOn(Year year) {
        return selection.year().filter(year::equals).isPresent();
    }

    /** The topics to choose from. */
    public Topic[] topics() {
        return Topic.values();
    }

    /** The kinds to choose from. */
    public ArticleKind[] kinds() {
        return ArticleKind.values();
    }

    /** What a reader calls several of a kind. */
    public String label(ArticleKind kind) {
        return several(kind);
    }

    /** The words looked for. */
    public String words() {
        return selection.text().orElse("");
    }

    /** The hashtag to keep while choosing. */
    public @Nullable String campaign() {
        return selection.campaign().map(Campaign::hashtag).orElse(null);
    }

    /** Where to sign up for what the list shows. */
    public String signUp() {
        return selection.area().map(code -> "/alerts/sign-up?area=" + code).orElse("/alerts/sign-up");
    }

    /** The years of the same list. */
    public String archive() {
        return selection.lasting().at("/news/archive");
    }

    /** The feeds that follow this list. */
    public List<FeedLink> feeds() {
        return feeds(selection);
    }

    static List<FeedLink> feeds(Selection selection) {
        return Arrays.stream(FeedForm.values())
                .map(form -> new FeedLink(
                        form.label(), form.linkType(), selection.lasting().at(form.path())))
                .toList();
    }
}
