package org.bluelamp.directory.find;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.bluelamp.directory.find.FindResult.Match;
import org.bluelamp.service.area.AreaCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The names by which areas are searched: their own and those of the places in them. */
@Repository
class Names {

    /** Every name with the area it leads to. A town of several teams leads to each of them through its parts. */
    private static final String NAMES = """
            (select code as area, name, search from area
             union all
             select neighbourhood, name, search from place where neighbourhood is not null
             union all
             select distinct neighbourhood, within, within_search from place
              where within is not null and neighbourhood is not null) as names
            """;

    /** Fewer letters look like everything. */
    private static final int SHORTEST = 3;

    private final JdbcClient database;

    Names(JdbcClient database) {
        this.database = database;
    }

    /** Areas known by exactly this name; case and punctuation do not matter. Larger areas come first. */
    List<Match> exactly(String name) {
        return database.sql("""
                        select distinct on (length(area) - length(replace(area, '/', '')), area) area, name
                        from """ + NAMES + """
                        where search = searchable(:name)
                        order by length(area) - length(replace(area, '/', '')), area, name
                        """)
                .param("name", name)
                .query(Names::match)
                .list();
    }

    /** Areas whose names contain the words, begin like them, or look alike; the best first. */
    List<Match> like(String name) {
        String term = searchable(name);
        if (term.length() < SHORTEST) {
            return List.of();
        }
        return database.sql("""
                        with fitting as (
                            select area, name, search,
                                   greatest(similarity(search, :term),
                                            word_similarity(:term, search),
                                            case when starts_with(search, :term) then 0.95 else 0 end) as score
                            from """ + NAMES + """
                            where search % :term or :term <% search or starts_with(search, :term)),
                        best as (
                            select distinct on (area) area, name, score from fitting
                            order by area, score desc, length(search), name)
                        select area, name from best
                        where score >= 0.4 and score >= (select max(score) from best) - 0.15
                        order by score desc, name, area
                        limit 12
                        """)
                .param("term", term)
                .query(Names::match)
                .list();
    }

    /** Areas whose name differs by a letter or two; for short names, in which trigrams say little. */
    List<Match> almost(String name) {
        String term = searchable(name);
        if (term.length() < SHORTEST) {
            return List.of();
        }
        return database.sql("""
                        with near as (
                            select area, name, levenshtein_less_equal(search, :term, 2) as distance
                            from """ + NAMES + """
                            where length(search) between length(:term) - 2 and length(:term) + 2),
                        best as (
                            select distinct on (area) area, name, distance from near
                            where distance <= case when length(:term) <= 3 then 1 else 2 end
                            order by area, distance, name)
                        select area, name from best
                        where distance = (select min(distance) from best)
                        order by name, area
                        limit 12
                        """)
                .param("term", term)
                .query(Names::match)
                .list();
    }

    private String searchable(String name) {
        return database.sql("select searchable(:name)")
                .param("name", name)
                .query(String.class)
                .single();
    }

    private static Match match(ResultSet row, int n) throws SQLException {
        return new Match(new AreaCode(row.getString("area")), row.getString("name"));
    }
}
