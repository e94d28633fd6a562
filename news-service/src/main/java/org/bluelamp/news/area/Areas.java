package org.bluelamp.news.area;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.OptionalLong;
import java.util.SequencedMap;
import org.bluelamp.messaging.Version;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.service.area.AreaKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** This service's copy of the directory's areas. */
@Repository
public class Areas {

    private static final TypeReference<List<SocialAccount>> ACCOUNTS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Areas(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Every area that is known now; a few dozen. */
    public AreaMap all() {
        return new AreaMap(jdbc.sql("select code, kind, name, households from area order by name, code")
                .query(Areas::read)
                .list());
    }

    /**
     * The accounts that post for the areas: their own, those of the areas around them and those of the areas inside
     * them, the widest area first.
     */
    public SequencedMap<AreaCode, List<SocialAccount>> accountsFor(Collection<AreaCode> codes) {
        SequencedMap<AreaCode, List<SocialAccount>> accounts = new LinkedHashMap<>();
        jdbc.sql("""
                        select code, accounts from area
                        where accounts <> '[]' and exists (
                            select from unnest(:codes::text[]) as wanted (code)
                            where area.code = wanted.code
                               or starts_with(area.code, wanted.code || '/')
                               or starts_with(wanted.code, area.code || '/'))
                        order by cardinality(string_to_array(code, '/')), name, code
                        """)
                .param("codes", codes.stream().map(AreaCode::value).toArray(String[]::new))
                .query(row -> {
                    accounts.put(
                            new AreaCode(row.getString("code")), json.readValue(row.getString("accounts"), ACCOUNTS));
                });
        return accounts;
    }

    /**
     * Keeps what the directory says, if its version replaces the one held.
     *
     * @throws IllegalArgumentException when the code or kind is not one
     */
    void apply(AreaChanged area, Version version) {
        jdbc.sql("""
                        insert into area (code, kind, name, households, accounts, version)
                        values (:code, :kind, :name, :households, cast(:accounts as jsonb), :version)
                        on conflict (code) do update set
                            kind = excluded.kind, name = excluded.name,
                            households = excluded.households, accounts = excluded.accounts, version = excluded.version
                        where area.version <= :replaces
                        """)
                .param("code", new AreaCode(area.code()).value())
                .param("kind", AreaKind.of(area.kind()).word())
                .param("name", area.name())
                .param("households", area.households())
                .param(
                        "accounts",
                        json.writeValueAsString(area.socialAccounts() == null ? List.of() : area.socialAccounts()))
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
