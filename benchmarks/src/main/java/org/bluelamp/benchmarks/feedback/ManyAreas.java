package org.bluelamp.benchmarks.feedback;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The rest of a force around the neighbourhood of {@link ManyVoices}: thirty neighbourhoods with outlines of a hundred
 * points, and as many invented concerns again over two years, of which but the latest have been answered.
 */
final class ManyAreas {

    static final int COUNT = 200_000;

    private static final String OUTLINE = """
            jsonb_build_object('type', 'Polygon', 'coordinates', jsonb_build_array(
                (select jsonb_agg(jsonb_build_array(-0.9 + 0.1 * d + 0.05 * cos(2 * pi() * (p % 100) / 100),
                                                    51.6 + 0.1 * n + 0.05 * sin(2 * pi() * (p % 100) / 100)) order by p)
                   from generate_series(0, 100) as p)))
            """;

    private static final String AREAS = """
            insert into area (code, version, kind, name, boundary, west, south, east, north)
            select 'shire/d' || d, 1, 'district', 'District ' || d, null, null::double precision, null::double precision,
                   null::double precision, null::double precision
              from generate_series(2, 6) as d
            union all
            select 'shire/d' || d || '/n' || n, 1, 'neighbourhood', 'Neighbourhood ' || d || '.' || n, :outline,
                   -1, 51, 1, 53
              from generate_series(1, 6) as d cross join generate_series(1, 5) as n
             where (d, n) <> (1, 1)
            """.replace(":outline", OUTLINE);

    private static final String FIRST = """
            update area set boundary = :outline, west = -1, south = 51, east = 1, north = 53
              from (values (1, 1)) as first (d, n)
             where code = 'shire/d1/n1'
            """.replace(":outline", OUTLINE);

    private static final String CONCERNS = """
            create temporary table elsewhere as
            select n, gen_random_uuid() as case_id,
                   substr(code, 1, 4) || '-' || substr(code, 5, 4) as reference,
                   'shire/d' || 1 + n % 6 || '/n' || 1 + n / 6 % 5 as area_code,
                   now() - interval '700 days' + n * interval '300 seconds' as at
            from (select n, translate(lpad(to_hex(n + 1000000), 8, '0'), 'abcdef', 'ABCDEF') as code
                  from generate_series(1, :count) as n) as numbered
            """.replace(":count", Integer.toString(COUNT));

    private static final String CASES = """
            insert into "case" (id, reference, area_code, kind, submission_key, link_hash, state, received_at, asked_at,
                                due_at, version)
            select case_id, reference, area_code, 'concern', sha256(('ek' || n)::bytea), sha256(('el' || n)::bytea),
                   'received', at, at, at + interval '72 hours', 1
            from elsewhere
            """;

    private static final String ANSWERED = """
            update "case"
               set state = 'answered', answered_at = asked_at + mod(abs(hashtext(id::text)), 80) * interval '1 hour'
             where asked_at < (select max(at) from elsewhere) - interval '4 days'
            """;

    private static final String PROMISES = """
            insert into case_promise (case_id, area_code, asked_at, due_at, ended_at, answered_at)
            select id, area_code, asked_at, due_at, answered_at, answered_at from "case" where state = 'answered'
            """;

    private static final String TEXTS = """
            insert into concern (reference, area_code, text, effect, submission_key, content_digest, received_at, case_id)
            select reference, area_code, 'It happens at place ' || n % 997 || ' nearly every week', 'some',
                   sha256(('ek' || n)::bytea), sha256(('ec' || n)::bytea), at, case_id
            from elsewhere
            """;

    private static final String THEMES = """
            insert into concern_theme (concern_id, theme_code)
            select c.id, t.code
            from concern c
            join elsewhere e on e.case_id = c.case_id
            join (select code, row_number() over (order by position) - 1 as number from theme) t
              on t.number in (c.id % 13, c.id / 13 % 13)
            """;

    private ManyAreas() {}

    static void into(Connection database) throws SQLException {
        try (Statement statement = database.createStatement()) {
            database.setAutoCommit(false);
            for (String sql : new String[] {AREAS, FIRST, CONCERNS, CASES, ANSWERED, PROMISES, TEXTS, THEMES}) {
                statement.execute(sql);
            }
            // The service adds everything up when it has not on that day.
            statement.execute("update insight_run set counted_at = null, whole_on = null");
            database.commit();
            database.setAutoCommit(true);
            statement.execute("vacuum analyze");
        }
    }

    /** Waits until the service has added everything up by itself. */
    static void awaitCount(Connection database) throws SQLException, InterruptedException {
        for (int second = 0; second < 300; second++) {
            try (Statement statement = database.createStatement();
                    ResultSet row =
                            statement.executeQuery("select count(*) from insight_run where counted_at is not null")) {
                if (row.next() && row.getInt(1) > 0) {
                    return;
                }
            }
            Thread.sleep(1000);
        }
        throw new IllegalStateException("The concerns were not added up within five minutes");
    }
}
