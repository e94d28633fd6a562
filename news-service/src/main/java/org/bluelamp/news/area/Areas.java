package org.bluelamp.news.area;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.OptionalLong;
import org.bluelamp.messaging.Version;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.service.area.AreaKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** This service's copy of the directory's areas. */
@Repository
public class Areas {

    private final JdbcClient jdbc;

    Areas(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Every area that is known now; a few dozen. */
    public AreaMap all() {
        return new AreaMap(jdbc.sql("select code, kind, name, households from area order by name, code")
                .query(Areas::read)
                .list());
    }

    /**
     * Keeps what the directory says, if its version replaces the one held.
     *
     * @throws IllegalArgumentException when the code or kind is not one
     */
    void apply(AreaChanged area, Version version) {
        jdbc.sql("""
                        insert into area (code, kind, name, households, version)
                        values (:code, :kind, :name, :households, :version)
                        on conflict (code) do update set
                            kind = excluded.kind, name = excluded.name,
                            households = excluded.households, version = excluded.version
                        where area.version <= :replaces
                        """)
                .param("code", new AreaCode(area.code()).value())
                .param("kind", AreaKind.of(area.kind()).word())
                .param("name", area.name())
                .param("households", area.households())
                .param("version", version.number())
                .param("replaces", version.replaces())
                .update();
    }

    private static Area read(ResultSet row, int number) throws SQLException {
        long households = row.getLong("households");
        OptionalLong known = row.wasNull() ? OptionalLong.empty() : OptionalLong.of(households);
        return new Area(
                new AreaCode(row.getString("code")), AreaKind.of(row.getString("kind")), row.getString("name"), known);
    }
}
