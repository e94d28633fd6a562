package org.bluelamp.news.reading;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bluelamp.news.article.Article;
import org.bluelamp.news.article.ArticleId;
import org.bluelamp.news.article.Campaign;
import org.bluelamp.news.article.Slug;
import org.bluelamp.news.article.Topic;
import org.bluelamp.service.area.AreaCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The published articles as lists, newest first. */
@Repository
public class Headlines {

    private static final String SELECT = """
            select a.id, a.slug, a.title, a.summary, a.topics, a.campaign, a.published_at, a.changed_at, a.version,
                   array(select area_code from article_area aa where aa.article_id = a.id order by area_code) as areas
            from article a
            where a.state in ('published', 'corrected')
            """;

    private static final String CONCERNS = """
             exists (select from article_area aa
                     where aa.article_id = a.id and (aa.area_code = any(:around) or aa.area_code like :inside))
            """;

    private final JdbcClient jdbc;

    Headlines(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The newest, at most {@code size}. */
    public Part newest(Selection selection, int size) {
        return part(selection, size, "", Map.of(), false);
    }

    /** What follows the place, at most {@code size}. */
    public Part olderThan(Cursor place, Selection selection, int size) {
        return part(selection, size, " and (a.published_at, a.id) < (:placeTime, :placeId)", at(place), false);
    }

    /** What comes right before the place, at most {@code size}. */
    public Part newerThan(Cursor place, Selection selection, int size) {
        return part(selection, size, " and (a.published_at, a.id) > (:placeTime, :placeId)", at(place), true);
    }

    /** Other news for readers of an article: of its campaign first, then of its very areas, then of those around. */
    public List<Headline> relatedTo(Article article, int size) {
        List<AreaCode> areas = List.copyOf(article.content().areas());
        return jdbc.sql(SELECT + """
                         and a.id <> :id
                         and exists (select from article_area aa
                                     where aa.article_id = a.id
                                       and (aa.area_code = any(:around) or aa.area_code like any(:inside)))
                        order by coalesce(lower(a.campaign) = lower(:campaign), false) desc,
                                 exists (select from article_area aa
                                         where aa.article_id = a.id and aa.area_code = any(:same)) desc,
                                 a.published_at desc, a.id desc
                        limit :size
                        """)
                .param("id", article.id().value())
                .param(
                        "around",
                        areas.stream()
                                .flatMap(Headlines::withThoseAround)
                                .distinct()
                                .toArray(String[]::new))
                .param("inside", areas.stream().map(area -> area + "/%").toArray(String[]::new))
                .param("same", areas.stream().map(AreaCode::value).toArray(String[]::new))
                .param(
                        "campaign",
                        article.content().campaign().map(Campaign::hashtag).orElse(null))
                .param("size", size)
                .query(Headlines::read)
                .list();
    }

    /** The Markdown of the articles in a list. */
    public Map<ArticleId, String> bodies(List<Headline> headlines) {
        Map<ArticleId, String> bodies = new HashMap<>();
        jdbc.sql("select id, body from article where id = any(:ids)")
                .param(
                        "ids",
                        headlines.stream()
                                .map(headline -> headline.id().value())
                                .toArray(UUID[]::new))
                .query(row -> {
                    bodies.put(new ArticleId(row.getObject("id", UUID.class)), row.getString("body"));
                });
        return bodies;
    }

    private Part part(Selection selection, int size, String place, Map<String, Object> at, boolean backwards) {
        Map<String, Object> parameters = new HashMap<>(at);
        StringBuilder sql = new StringBuilder(SELECT).append(place);
        selection.area().ifPresent(area -> {
            sql.append(" and").append(CONCERNS);
            parameters.put("around", withThoseAround(area).toArray(String[]::new));
            parameters.put("inside", area + "/%");
        });
        selection.topic().ifPresent(topic -> {
            sql.append(" and :topic = any(a.topics)");
            parameters.put("topic", topic.code());
        });
        selection.campaign().ifPresent(campaign -> {
            sql.append(" and lower(a.campaign) = lower(:campaign)");
            parameters.put("campaign", campaign.hashtag());
        });
        sql.append(backwards ? " order by a.published_at, a.id" : " order by a.published_at desc, a.id desc")
                .append(" limit :size");
        parameters.put("size", size + 1);
        List<Headline> found = new ArrayList<>(jdbc.sql(sql.toString())
                .params(parameters)
                .query(Headlines::read)
                .list());
        boolean more = found.size() > size;
        if (more) {
            found.removeLast();
        }
        return backwards
                ? new Part(found.reversed(), more, !found.isEmpty())
                : new Part(found, !place.isEmpty() && !found.isEmpty(), more);
    }

    private static Map<String, Object> at(Cursor place) {
        return Map.of("placeTime", Timestamp.from(place.publishedAt()), "placeId", place.id());
    }

    /** The code itself and those of the areas it lies in, cut off segment by segment. */
    private static Stream<String> withThoseAround(AreaCode area) {
        String code = area.value();
        return Stream.concat(
                Stream.of(code),
                IntStream.range(0, code.length())
                        .filter(i -> code.charAt(i) == '/')
                        .mapToObj(i -> code.substring(0, i)));
    }

    private static Headline read(ResultSet row, int number) throws SQLException {
        return new Headline(
                new ArticleId(row.getObject("id", UUID.class)),
                new Slug(row.getString("slug")),
                row.getString("title"),
                row.getString("summary"),
                texts(row, "areas").map(AreaCode::new).toList(),
                topics(row),
                Optional.ofNullable(row.getString("campaign")).map(Campaign::new),
                row.getTimestamp("published_at").toInstant(),
                row.getTimestamp("changed_at").toInstant(),
                row.getLong("version"));
    }

    private static Set<Topic> topics(ResultSet row) throws SQLException {
        return texts(row, "topics")
                .flatMap(code -> Topic.of(code).stream())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Topic.class)));
    }

    private static Stream<String> texts(ResultSet row, String column) throws SQLException {
        return Arrays.stream((String[]) row.getArray(column).getArray());
    }

    /**
     * A part of a list.
     *
     * @param headlines newest first
     * @param newerExist whether the list begins before it
     * @param olderExist whether the list goes on after it
     */
    public record Part(List<Headline> headlines, boolean newerExist, boolean olderExist) {

        public Part {
            headlines = List.copyOf(headlines);
        }
    }
}
