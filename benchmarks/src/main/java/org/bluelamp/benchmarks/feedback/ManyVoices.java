package org.bluelamp.benchmarks.feedback;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Invented concerns and voices of one round of one neighbourhood, written into the tables directly, and codes for those
 * who take part while it is measured in a second, open one.
 */
final class ManyVoices {

    static final int COUNT = 200_000;

    static final String OVER = "00000000-0000-4000-8000-000000000001";
    static final String OPEN = "00000000-0000-4000-8000-000000000002";
    static final String NEIGHBOURHOOD = "shire/d1/n1";

    private static final String AREAS = """
            insert into area (code, version, kind, name)
            values ('shire', 1, 'force', 'Shire'), ('shire/d1', 1, 'district', 'District 1'),
                   ('shire/d1/n1', 1, 'neighbourhood', 'Neighbourhood 1')
            """;

    private static final String CONCERNS = """
            create temporary table raised as
            select n, gen_random_uuid() as case_id,
                   substr(code, 1, 4) || '-' || substr(code, 5, 4) as reference,
                   now() - interval '40 days' + n * interval '15 seconds' as at
            from (select n, translate(lpad(to_hex(n), 8, '0'), 'abcdef', 'ABCDEF') as code
                  from generate_series(1, :count) as n) as numbered
            """.replace(":count", Integer.toString(COUNT));

    private static final String CASES = """
            insert into "case" (id, reference, area_code, kind, submission_key, link_hash, state, received_at, asked_at,
                                due_at, version)
            select case_id, reference, 'shire/d1/n1', 'concern', sha256(('k' || n)::bytea), sha256(('l' || n)::bytea),
                   'received', at, at, at + interval '72 hours', 1
            from raised
            """;

    private static final String TEXTS = """
            insert into concern (reference, area_code, text, effect, submission_key, content_digest, received_at, case_id,
                                 public_text, public_at, supporters)
            select reference, 'shire/d1/n1', text, 'some', sha256(('k' || n)::bytea), sha256(('c' || n)::bytea), at, case_id,
                   text, at, case when n % 50 = 0 then n % 400 else 0 end
            from (select *,
                         'It happens at place ' || n % 997 || ' nearly every week: '
                             || (array['cars', 'mopeds', 'scooters', 'neighbours', 'dealers'])[1 + n % 5] || ' and '
                             || (array['noise', 'racing', 'shouting', 'litter', 'fights', 'lights', 'dogs'])[1 + n % 7]
                             || ' near the '
                             || (array['school', 'park', 'station', 'shops', 'garages', 'church', 'canal', 'pub', 'bridge',
                                       'surgery', 'library'])[1 + n % 11]
                             || ', in the '
                             || (array['morning', 'evening', 'night'])[1 + n % 3] as text
                  from raised) as said
            """;

    private static final String THEMES = """
            insert into concern_theme (concern_id, theme_code)
            select c.id, t.code
            from concern c
            join (select code, row_number() over (order by position) - 1 as number from theme) t
              on t.number in (c.id % 13, c.id / 13 % 13)
            """;

    private static final String ROUNDS = """
            insert into round (id, area_code, title, about, opens_on, closes_on, state, opened_at, closed_at, version,
                               changed_by_id, changed_by_name, changed_at)
            values ('00000000-0000-4000-8000-000000000001', 'shire/d1/n1', 'Last winter', 'We ask.',
                    current_date - 40, current_date - 4, 'closed', now() - interval '40 days', now() - interval '3 days',
                    3, 'sam', 'Sam', now()),
                   ('00000000-0000-4000-8000-000000000002', 'shire/d1/n1', 'This winter', 'We ask again.',
                    current_date - 2, current_date + 20, 'open', now() - interval '2 days', null,
                    2, 'sam', 'Sam', now())
            """;

    private static final String QUESTIONS = """
            insert into round_question (round_id, number, kind, text, hint, required, options, low, high)
            select r.id, q.*
            from round r
            cross join (values
                (1, 'choice', 'Do you feel safe?', '', true, '{Yes,No,It depends}'::text[], null, null),
                (2, 'several', 'What have you seen?', '', false, '{Speeding,Noise,Dealing,Theft,Nothing}', null, null),
                (3, 'scale', 'How well do we do?', '', false, '{}', 'badly', 'well'),
                (4, 'ranking', 'What comes first?', '', false, '{Speeding,Noise,Dealing,Theft}', null, null),
                (5, 'choice', 'Did you call us?', '', false, '{Yes,No}', null, null)) as q
            """;

    private static final String CODES = """
            insert into voice_code (round_id, code_hash, channel)
            select '00000000-0000-4000-8000-000000000001', sha256(('code' || n)::bytea), 'mail'
            from generate_series(1, :count) as n
            """.replace(":count", Integer.toString(COUNT));

    private static final String VOICES = """
            insert into voice (id, round_id, code_hash, verified, submission_key, answered_on)
            select gen_random_uuid(), round_id, code_hash, true, code_hash, current_date - 10 from voice_code
            """;

    private static final String ANSWERS = """
            insert into voice_answer (voice_id, question, option, rank)
            select id, question, option, rank
            from (select id, hashtext(id::text) & 1023 as chance from voice) as v
            cross join lateral (values
                (1, 1 + chance % 3, null::int), (2, 1 + chance % 5, null), (3, 1 + chance % 5, null),
                (4, 1 + chance % 4, 1), (4, 1 + (chance + 1) % 4, 2), (5, 1 + chance % 2, null))
                as a (question, option, rank)
            """;

    private static final String HEARD = """
            insert into round_heard (round_id, dimension, value, voices)
            values ('00000000-0000-4000-8000-000000000001', 'channel', 'mail', :count),
                   ('00000000-0000-4000-8000-000000000001', 'age', '35-44', 60000)
            """.replace(":count", Integer.toString(COUNT));

    /** More than can take part while it is measured; the digest is that of feedback-service's codes. */
    private static final String OPEN_CODES = """
            insert into voice_code (round_id, code_hash, channel)
            select '00000000-0000-4000-8000-000000000002',
                   sha256(('5:voice36:00000000-0000-4000-8000-000000000002' || '14:'
                           || substr(code, 1, 4) || '-' || substr(code, 5, 4) || '-' || substr(code, 9))::bytea),
                   'card'
            from (select upper(lpad(to_hex(n), 12, '0')) as code from generate_series(0, :count, 2) as n) codes
            """.replace(":count", Integer.toString(COUNT));

    private ManyVoices() {}

    /** What the person with this number brings to the open round: every second one a code, the others nothing. */
    static String code(int number) {
        String plain = "%012X".formatted(number);
        return number % 2 == 0 && number <= COUNT
                ? plain.substring(0, 4) + "-" + plain.substring(4, 8) + "-" + plain.substring(8)
                : "";
    }

    static void into(Connection database) throws SQLException {
        try (Statement statement = database.createStatement()) {
            database.setAutoCommit(false);
            for (String sql : new String[] {
                AREAS, CONCERNS, CASES, TEXTS, THEMES, ROUNDS, QUESTIONS, CODES, VOICES, ANSWERS, HEARD, OPEN_CODES
            }) {
                statement.execute(sql);
            }
            database.commit();
            database.setAutoCommit(true);
            // As the database does by itself in the time in which so many come to be.
            statement.execute("vacuum analyze");
        }
    }
}
