package org.bluelamp.news.desk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.bluelamp.news.article.ArticleId;
import org.bluelamp.news.article.ArticleKind;
import org.bluelamp.news.article.ArticleState;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.service.security.StaffMember;
import org.jspecify.annotations.Nullable;
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

    private static final String MATCHING = """
             and (:kind::text is null or a.kind = :kind)
             and (:area::text is null or exists (
                select from article_area aa
                where aa.article_id = a.id
                  and (aa.area_code = :area or starts_with(aa.area_code, :area || '/'))))
             and (:text::text is null or a.search @@ websearch_to_tsquery('english', :text))
             and (not :waiting or (a.state = 'in-review' and a.author_id <> :person and a.changed_by_id <> :person))
            """;

    private final JdbcClient jdbc;

    Desk(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How many there are in each state, whatever state the query asks for; every state is told. */
    public Map<ArticleState, Long> counts(StaffMember who, DeskQuery query) {
        Map<ArticleState, Long> counts = new EnumMap<>(ArticleState.class);
        for (ArticleState state : ArticleState.values()) {
            counts.put(state, 0L);
        }
        jdbc.sql("select state, count(*) from article a where " + WITHIN + MATCHING + " group by state")
                .params(parameters(who, query))
                .query(row -> {
                    counts.put(state(row), row.getLong("count"));
                });
        return counts;
    }

    /** Those that answer the query; last touched first. */
    public List<DeskRow> list(StaffMember who, DeskQuery query, int offset, int size) {
        return jdbc.sql("""
                        select a.id, a.title, a.state,
                               greatest(a.changed_at, a.submitted_at, a.published_at, a.archived_at, a.withdrawn_at)
                                   as touched_at,
                               array(select area_code from article_area aa
                                     where aa.article_id = a.id order by area_code) as areas
                        from article a
                        where (:state::text is null or a.state = :state) and
                        """ + WITHIN + MATCHING + " order by touched_at desc, a.id desc offset :offset limit :size")
                .params(parameters(who, query))
                .param("state", query.state().map(ArticleState::code).orElse(null))
                .param("offset", offset)
                .param("size", size)
                .query(Desk::read)
                .list();
    }

    /** What will happen by itself, the soonest first. */
    public List<ComingUp> comingUp(StaffMember who, int size) {
        return jdbc.sql("""
                        select * from (
                            select a.scheduled_for as at, true as publication, a.id, a.title
                            from article a where a.state = 'scheduled' and
                        """ + WITHIN + """
                            union all
                            select a.not_after, false, a.id, a.title
                            from article a where a.state in ('scheduled', 'published', 'corrected')
                                             and a.not_after is not null and
                        """ + WITHIN + """
                        ) coming
                        order by at, id limit :size
                        """)
                .param("own", codes(who.areas()))
                .param("size", size)
                .query((row, n) -> new ComingUp(
                        row.getTimestamp("at").toInstant(),
                        row.getBoolean("publication"),
                        new ArticleId(row.getObject("id", UUID.class)),
                        row.getString("title")))
                .list();
    }

    private static Map<String, @Nullable Object> parameters(StaffMember who, DeskQuery query) {
        Map<String, @Nullable Object> parameters = new HashMap<>();
        parameters.put("own", codes(who.areas()));
        parameters.put("kind", query.kind().map(ArticleKind::code).orElse(null));
        parameters.put("area", query.area().map(AreaCode::value).orElse(null));
        parameters.put("text", query.text().isBlank() ? null : query.text());
        parameters.put("waiting", query.waiting());
        parameters.put("person", who.id());
        return parameters;
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
