package org.bluelamp.news.reading;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.StringJoiner;
import org.bluelamp.news.article.Campaign;
import org.bluelamp.news.article.Topic;
import org.bluelamp.service.area.AreaCode;

/**
 * Which articles a reader wants; what is empty does not matter. An article concerns an area when it is for that area,
 * for one around it or for one inside it: a neighbourhood's news includes what is for its district and for the whole
 * force, and a district's news includes what is for one of its neighbourhoods.
 */
public record Selection(Optional<AreaCode> area, Optional<Topic> topic, Optional<Campaign> campaign) {

    /** Everything. */
    public static Selection everything() {
        return new Selection(Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** What concerns the area. */
    public static Selection of(AreaCode area) {
        return new Selection(Optional.of(area), Optional.empty(), Optional.empty());
    }

    /** Whether it is all news. */
    public boolean isEverything() {
        return equals(everything());
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
        if (!value.isEmpty()) {
            query.add(parameter + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
        }
        return query.toString();
    }
}
