package org.bluelamp.feedback.leaving;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What there is to take along, asked of the database, so that no table is forgotten that comes later. Columns of bytes are
 * left out: they hold hashes, keys of submissions and what is sealed with a key that stays here. Only photos are bytes that
 * mean something elsewhere: {@link PhotoFiles}.
 */
@Repository
class Tables {

    /** Marks of our own work, which mean nothing elsewhere. */
    static final List<String> LEFT_OUT = List.of("flyway_schema_history", "insight_run", "round_burst");

    /** Written with files beside it. */
    private static final String PHOTOS = "photo";

    private final JdbcClient jdbc;

    Tables(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A table.
     *
     * @param table its name
     * @param source its name with its schema, as SQL writes it
     * @param columns those that are taken, as SQL writes them
     * @param key what it is ordered by, as SQL writes it; null for nothing
     */
    record Taken(
            String table,
            String source,
            String columns,
            @Nullable String key) {

        String file() {
            return table.replace('_', '-') + ".jsonl";
        }

        /** Each row as a JSON object. */
        String sql() {
            return "select to_jsonb(taken)::text from (select " + columns + " from " + source
                    + (key == null ? "" : " order by " + key) + ") as taken";
        }
    }

    List<Taken> all() {
        return jdbc.sql("""
                        select t.table_name as "table",
                               format('%I.%I', t.table_schema, t.table_name) as source,
                               (select string_agg(format('%I', c.column_name), ', ' order by c.ordinal_position)
                                  from information_schema.columns c
                                 where c.table_schema = t.table_schema and c.table_name = t.table_name
                                   and c.data_type <> 'bytea') as columns,
                               (select string_agg(format('%I', a.attname), ', '
                                                  order by array_position(i.indkey::int2[], a.attnum))
                                  from pg_index i
                                  join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any (i.indkey::int2[])
                                 where i.indrelid = format('%I.%I', t.table_schema, t.table_name)::regclass
                                   and i.indisprimary) as key
                          from information_schema.tables t
                         where t.table_type = 'BASE TABLE'
                           and (t.table_schema = current_schema() or (t.table_schema, t.table_name) = ('audit', 'deed'))
                           and t.table_name <> all (:leftOut)
                         order by t.table_name""")
                .param(
                        "leftOut",
                        Stream.concat(LEFT_OUT.stream(), Stream.of(PHOTOS)).toArray(String[]::new))
                .query(Taken.class)
                .list();
    }
}
