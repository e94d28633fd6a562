package org.bluelamp.news.reading;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.Year;
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
import java.util.stream.Stream;
import org.bluelamp.news.article.Article;
import org.bluelamp.news.article.ArticleId;
import org.bluelamp.news.article.ArticleKind;
import org.bluelamp.news.article.Campaign;
import org.bluelamp.news.article.Slug;
import org.bluelamp.news.article.Topic;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.web.page.LondonTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The public articles as lists, newest first. A list is read from {@code article_listed}, which has it ready-made, in
 * steps whose number does not depend on how many articles there are.
 */
@Repository
public class Headlines {

    /**
     * How many articles of a list are looked through for words before the index of words is asked. Words that many
     * articles hold are found here at once; the index would yield them all, to be sorted.
     */
    private static final int LOOKED_THROUGH = 200;

    private static final String SELECT = """
            select a.id, a.slug, a.title, a.summary, a.kind, a.topics, a.campaign, a.published_at, a.changed_at,
                   a.version,
                   array(select area_code from article_area aa where aa.article_id = a.id order by area_code) as areas
            """;

    private final JdbcClient jdbc;

    Headlines(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The newest, at most {@code size}. */
    public Part newest(Selection selection, int size) {
        return part(new Query(selection, "", Map.of(), false), size, false);
    }

    /** What follows the place, at most {@code size}. */
    public Part olderThan(Cursor place, Selection selection, int size) {
        return part(
                new Query(selection, " and (published_at, article_id) < (:placeTime, :placeId)", at(place), false),
                size,
                true);
    }

    /** What comes right before the place, at most {@code size}. */
    public Part newerThan(Cursor place, Selection selection, int size) {
        return part(
                new Query(selection, " and (published_at, article_id) > (:placeTime, :placeId)", at(place), true),
                size,
                true);
    }

    /** Other news for readers of an article: of its campaign first, then of its very areas, then of those around. */
    public List<Headline> relatedTo(Article article, int size) {
        List<AreaCode> areas = List.copyOf(article.content().areas());
        Optional<Campaign> campaign = article.content().campaign();
        return jdbc.sql("""
                        with near as (
                        select distinct l.article_id
                        from unnest(:codes, :own) as place (area_code, own)
                        cross join unnest(:facets) as wanted (facet)
                        cross join lateral (
                            select article_id from article_listed
                            where area_code = place.area_code and own = place.own and facet = wanted.facet
                            order by published_at desc, article_id desc
                            limit :size + 1) as l)
                        """ + SELECT + """
                        from near join article a on a.id = near.article_id
                        where a.id <> :id
                        order by coalesce(lower(a.campaign) = lower(:campaign), false) desc,
                                 exists (select from article_area aa
                                         where aa.article_id = a.id and aa.area_code = any(:same)) desc,
                                 a.published_at desc, a.id desc
                        limit :size
                        """)
                .params(Places.concerning(areas).parameters())
                .param(
                        "facets",
                        Stream.concat(Stream.of(""), campaign.map(Selection::facet).stream())
                                .toArray(String[]::new))
                .param("id", article.id().value())
                .param("same", areas.stream().map(AreaCode::value).toArray(String[]::new))
                .param("campaign", campaign.map(Campaign::hashtag).orElse(null))
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

    /** How many articles a list has in each year, the latest first; years without any are left out. */
    public List<YearCount> years(Selection selection) {
        Query query = new Query(selection.lasting(), "", Map.of(), false);
        return jdbc.sql("""
                        select extract(year from published_at at time zone 'Europe/London')::int as year,
                               count(*) as articles
                        from unnest(:codes, :own) as place (area_code, own)
                        join article_listed using (area_code, own)
                        where facet = :facet
                        """ + query.conditions() + " group by 1 order by 1 desc")
                .params(query.parameters())
                .query((row, n) -> new YearCount(Year.of(row.getInt("year")), row.getLong("articles")))
                .list();
    }

    /** The years from the last that has an article back to the first. */
    public List<Year> yearsWithNews() {
        return jdbc.sql("""
                        select min(published_at) as first, max(published_at) as last from article_listed
                        where area_code = '' and facet = '' and own
                        """)
                .query((row, n) -> {
                    Timestamp first = row.getTimestamp("first");
                    return first == null
                            ? List.<Year>of()
                            : backFrom(year(row.getTimestamp("last").toInstant()), year(first.toInstant()));
                })
                .single();
    }

    private static List<Year> backFrom(Year last, Year first) {
        return Stream.iterate(last, year -> !year.isBefore(first), year -> year.minusYears(1))
                .toList();
    }

    private static Year year(Instant time) {
        return Year.from(LondonTime.date(time));
    }

    private Part part(Query query, int size, boolean somewhere) {
        List<Headline> found = new ArrayList<>(
                query.selection().text().isPresent() ? withWords(query, size + 1) : listed(query, size + 1));
        boolean more = found.size() > size;
        if (more) {
            found.removeLast();
        }
        return query.backwards()
                ? new Part(found.reversed(), more, !found.isEmpty())
                : new Part(found, somewhere && !found.isEmpty(), more);
    }

    private List<Headline> listed(Query query, int size) {
        return read("with l as (" + query.listed() + ")", "", query, size, size);
    }

    private List<Headline> withWords(Query query, int size) {
        List<Headline> common = read(
                "with l as materialized (" + query.listed() + ")",
                " where a.search @@ websearch_to_tsquery('english', :text)",
                query,
                LOOKED_THROUGH,
                size);
        return common.size() == size
                ? common
                : read("""
                with hit as materialized (
                    select id as article_id, published_at from article
                    where search @@ websearch_to_tsquery('english', :text) and state in ('published', 'corrected')),
                l as (
                    select article_id, published_at from hit
                    where exists (
                        select from unnest(:codes, :own) as place (area_code, own)
                        join article_listed al using (area_code, own)
                        where al.article_id = hit.article_id and al.facet = :facet)
                """ + query.conditions("hit") + query.order() + " limit :window)", "", query, size, size);
    }

    private List<Headline> read(String list, String where, Query query, int window, int size) {
        return jdbc.sql(list + SELECT + "from l join article a on a.id = l.article_id" + where + query.order("l")
                        + " limit :size")
                .params(query.parameters())
                .param("window", window)
                .param("size", size)
                .query(Headlines::read)
                .list();
    }

    private static Map<String, Object> at(Cursor place) {
        return Map.of("placeTime", Timestamp.from(place.publishedAt()), "placeId", place.id());
    }

    private static Headline read(ResultSet row, int number) throws SQLException {
        return new Headline(
                new ArticleId(row.getObject("id", UUID.class)),
                new Slug(row.getString("slug")),
                row.getString("title"),
                row.getString("summary"),
                ArticleKind.of(row.getString("kind")).orElse(ArticleKind.NEWS),
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

    /** How many articles became public in a year. */
    public record YearCount(Year year, long articles) {}

    /**
     * The conditions of one question to the ready-made lists.
     *
     * @param place a condition for a place in the list, or nothing
     * @param at the parameters of that condition
     * @param backwards whether the oldest are wanted first
     */
    private record Query(Selection selection, String place, Map<String, Object> at, boolean backwards) {

        /** Articles and their times: of each list concerned the first {@code :window}, of these the first. */
        String listed() {
            return """

                    select article_id, published_at
                    from unnest(:codes, :own) as place (area_code, own)
                    cross join lateral (
                        select article_id, published_at from article_listed al
                        where al.area_code = place.area_code and al.own = place.own and al.facet = :facet
                    """ + conditions("al") + order() + " limit :window) as one_list" + order() + " limit :window";
        }

        String conditions() {
            return conditions("article_listed");
        }

        String conditions(String table) {
            StringBuilder sql = new StringBuilder(place);
            if (selection.year().isPresent()) {
                sql.append(" and published_at >= :begin and published_at < :end");
            }
            for (int n = 1; n < selection.facets().size(); n++) {
                sql.append(" and exists (select from article_listed f where f.article_id = ")
                        .append(table)
                        .append(".article_id and f.area_code = '' and f.facet = :facet")
                        .append(n)
                        .append(')');
            }
            return sql.toString();
        }

        String order() {
            return backwards ? " order by published_at, article_id" : " order by published_at desc, article_id desc";
        }

        String order(String table) {
            return order().replace("published_at", table + ".published_at")
                    .replace("article_id", table + ".article_id");
        }

        Map<String, Object> parameters() {
            List<String> facets = selection.facets();
            Map<String, Object> parameters = new HashMap<>(at);
            parameters.putAll(selection
                    .area()
                    .map(Places::concerning)
                    .orElse(Places.EVERYWHERE)
                    .parameters());
            parameters.put("facet", facets.isEmpty() ? "" : facets.getFirst());
            for (int n = 1; n < facets.size(); n++) {
                parameters.put("facet" + n, facets.get(n));
            }
            selection.year().ifPresent(year -> {
                parameters.put("begin", beginOf(year));
                parameters.put("end", beginOf(year.plusYears(1)));
            });
            selection.text().ifPresent(words -> parameters.put("text", words));
            return parameters;
        }

        private static Timestamp beginOf(Year year) {
            return Timestamp.from(year.atDay(1).atStartOfDay(LondonTime.ZONE).toInstant());
        }
    }
}
