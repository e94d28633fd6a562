package org.bluelamp.news.reading.web;

import java.util.List;
import org.bluelamp.news.area.Area;
import org.bluelamp.news.area.AreaMap;
import org.bluelamp.news.article.Campaign;
import org.bluelamp.news.article.Topic;
import org.bluelamp.news.reading.Selection;
import org.bluelamp.web.govuk.Pagination;
import org.jspecify.annotations.Nullable;

/** What the list of news shows. */
public record NewsList(
        Selection selection,
        AreaMap areas,
        List<Teaser> teasers,
        @Nullable Pagination pagination,
        String feed) {

    /** What the list is of, for example {@code News about burglary for Ware}. */
    static String title(Selection selection, AreaMap areas) {
        StringBuilder title = new StringBuilder("News");
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
        return title.toString();
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

    /** The topics to choose from. */
    public Topic[] topics() {
        return Topic.values();
    }

    /** The hashtag to keep while choosing. */
    public @Nullable String campaign() {
        return selection.campaign().map(Campaign::hashtag).orElse(null);
    }

    /** Where to sign up for what the list shows. */
    public String signUp() {
        return selection.area().map(code -> "/alerts/sign-up?area=" + code).orElse("/alerts/sign-up");
    }
}
