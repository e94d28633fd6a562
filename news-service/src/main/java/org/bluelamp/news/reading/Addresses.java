package org.bluelamp.news.reading;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.Year;
import java.util.List;
import org.bluelamp.news.article.Slug;
import org.bluelamp.web.page.LondonTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The addresses of all public articles, for search engines. */
@Repository
public class Addresses {

    private static final String SELECT = """
            select slug, greatest(published_at, changed_at) as updated_at from article
            where state in ('published', 'corrected')
            """;

    private static final String NEWEST_FIRST = " order by published_at desc, id desc limit :most";

    private final JdbcClient jdbc;

    Addresses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An article's address. */
    public record Address(Slug slug, Instant updatedAt) {}

    /** The newest, at most so many. */
    public List<Address> newest(int most) {
        return read(jdbc.sql(SELECT + NEWEST_FIRST).param("most", most));
    }

    /** The newest of a year, at most so many. */
    public List<Address> of(Year year, int most) {
        return read(jdbc.sql(SELECT + " and published_at >= :begin and published_at < :end" + NEWEST_FIRST)
                .param("begin", beginOf(year))
                .param("end", beginOf(year.plusYears(1)))
                .param("most", most));
    }

    private static List<Address> read(JdbcClient.StatementSpec statement) {
        return statement
                .query((row, n) -> new Address(
                        new Slug(row.getString("slug")),
                        row.getTimestamp("updated_at").toInstant()))
                .list();
    }

    private static Timestamp beginOf(Year year) {
        return Timestamp.from(year.atDay(1).atStartOfDay(LondonTime.ZONE).toInstant());
    }
}
