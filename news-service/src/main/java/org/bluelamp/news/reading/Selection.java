package org.bluelamp.news.reading;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.StringJoiner;
import org.bluelamp.news.article.ArticleKind;
import org.bluelamp.news.article.Campaign;
import org.bluelamp.news.article.Topic;
import org.bluelamp.service.area.AreaCode;

/**
 * Which articles a reader wants; what is empty does not matter. An article concerns an area when it is for that area,
 * for one around it or for one inside it: a neighbourhood's news includes what is for its district and for the whole
 * force, and a district's news includes what is for one of its neighbourhoods.
 *
 * @param campaign also finds articles that carry its hashtag without belonging to it
 * @param year in which they became public, by the clock in London
 * @param text words to look for, as people type them into a search box
 */
public record Selection(
        Optional<AreaCode> area,
        Optional<Topic> topic,
        Optional<Campaign> campaign,
        Optional<ArticleKind> kind,
        Optional<Year> year,
        Optional<String> text) {

    private static final Selection EVERYTHING = new Selection(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** Everything. */
    public static Selection everything() {
        return EVERYTHING;
    }

    /** What concerns the area. */
    public static Selection of(AreaCode area) {
        return new Selection(
                Optional.of(area),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** What belongs to a campaign or carries its hashtag. */
    public static Selection of(Campaign campaign) {
        return new Selection(
                Optional.empty(),
                Optional.empty(),
                Optional.of(campaign),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** Whether it is all news. */
    public boolean isEverything() {
        return equals(EVERYTHING);
    }

    /** The same of every year and with whatever words: what one can go on following. */
    public Selection lasting() {
        return new Selection(area, topic, campaign, kind, Optional.empty(), Optional.empty());
    }

    /** The same, of one year. */
    public Selection in(Year one) {
        return new Selection(area, topic, campaign, kind, Optional.of(one), text);
    }

    /** The facets of the ready-made lists that an article has to stand in, the rarest first. */
    List<String> facets() {
        List<String> facets = new ArrayList<>();
        campaign.ifPresent(one -> facets.add(facet(one)));
        topic.ifPresent(one -> facets.add("topic:" + one.code()));
        kind.ifPresent(one -> facets.add("kind:" + one.code()));
        return facets;
    }

    static String facet(Campaign campaign) {
        return "hashtag:" + campaign.hashtag().toLowerCase(Locale.ROOT);
    }

    /** The address of the list or feed at the path for this selection, for example {@code /news?area=a/b}. */
    public String at(String path) {
        return at(path, "", "");
    }

    /** The same with one more parameter, left out when its value is empty. */
    public String at(String path, String parameter, String value) {
        StringJoiner query = new StringJoiner("&", path + "?", "").setEmptyValue(path);
        area.ifPresent(code -> query.add("area=" + code));
        topic.ifPresent(about -> query.add("topic=" + about.code()));
        campaign.ifPresent(of -> query.add("campaign=" + of.hashtag()));
        kind.ifPresent(of -> query.add("kind=" + of.code()));
        year.ifPresent(of -> query.add("year=" + of));
        text.ifPresent(words -> query.add("q=" + encoded(words)));
        if (!value.isEmpty()) {
            query.add(parameter + "=" + encoded(value));
        }
        return query.toString();
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
