package org.bluelamp.news.desk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.bluelamp.news.article.ArticleId;
import org.bluelamp.news.article.ArticleState;
import org.bluelamp.service.area.AreaCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The articles somebody may edit, in every state: those all of whose areas lie within the person's own. */
@Repository
public class Desk {

    private static final String WITHIN = """
            not exists (
                select from article_area aa
                where aa.article_id = a.id
                  and not exists (
                    select from unnest(:own::text[]) as own (code)
                    where aa.area_code = own.code or starts_with(aa.area_code, own.code || '/')))
            """;

    private final JdbcClient jdbc;

    Desk(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How many there are in each state; every state is told. */
    public Map<ArticleState, Long> counts(Set<AreaCode> own) {
        Map<ArticleState, Long> counts = new EnumMap<>(ArticleState.class);
        for (ArticleState state : ArticleState.values()) {
            counts.put(state, 0L);
        }
        jdbc.sql("select state, count(*) from article a where " + WITHIN + " group by state")
                .param("own", codes(own))
                .query(row -> {
                    counts.put(state(row), row.getLong("count"));
                });
        return counts;
    }

    /** Those in the state, or all; last touched first. */
    public List<DeskRow> list(Set<AreaCode> own, Optional<ArticleState> state, int offset, int size) {
        return jdbc.sql("""
                        select a.id, a.title, a.state,
                               greatest(a.changed_at, a.submitted_at, a.published_at, a.archived_at, a.withdrawn_at) as touched_at,
                               array(select area_code from article_area aa
                                     where aa.article_id = a.id order by area_code) as areas
                        from article a
                        where (:state::text is null or a.state = :state) and
                        """ + WITHIN + " order by touched_at desc, a.id desc offset :offset limit :size")
                .param("own", codes(own))
                .param("state", state.map(ArticleState::code).orElse(null))
                .param("offset", offset)
                .param("size", size)
                .query(Desk::read)
                .list();
    }

    private static String[] codes(Set<AreaCode> areas) {
        return areas.stream().map(AreaCode::value).toArray(String[]::new);
    }

    private static DeskRow read(ResultSet row, int number) throws SQLException {
        return new DeskRow(
                new ArticleId(row.getObject("id", UUID.class)),
                row.getString("title"),
                state(row),
                Arrays.stream((String[]) row.getArray("areas").getArray())
                        .map(AreaCode::new)
                        .toList(),
                row.getTimestamp("touched_at").toInstant());
    }

    private static ArticleState state(ResultSet row) throws SQLException {
        return ArticleState.of(row.getString("state"));
    }
}
