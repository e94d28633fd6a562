package org.bluelamp.directory.place;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bluelamp.service.area.AreaCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The places people say they live in. */
@Repository
public class Places {

    private final JdbcClient database;
    private final JsonMapper json;

    Places(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /** The names of the places in each of the neighbourhoods, towns first. */
    public Map<AreaCode, List<String>> names(Collection<AreaCode> neighbourhoods) {
        if (neighbourhoods.isEmpty()) {
            return Map.of();
        }
        return database
                .sql("""
                        select neighbourhood, name from place where neighbourhood in (:codes)
                        order by array_position(array['town','suburb','village'], kind), name
                        """)
                .param("codes", neighbourhoods.stream().map(AreaCode::value).toList())
                .query((row, n) -> Map.entry(new AreaCode(row.getString(1)), row.getString(2)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    /** The places in a neighbourhood, towns first. */
    public List<Place> within(AreaCode neighbourhood) {
        return database.sql("""
                        select name, kind, within, longitude, latitude, neighbourhood, source from place
                        where neighbourhood = :code
                        order by array_position(array['town','suburb','village'], kind), name
                        """)
                .param("code", neighbourhood.value())
                .query((row, n) -> new Place(
                        row.getString("name"),
                        row.getString("kind"),
                        row.getString("within"),
                        row.getDouble("longitude"),
                        row.getDouble("latitude"),
                        new AreaCode(row.getString("neighbourhood")),
                        row.getString("source")))
                .list();
    }

    /** Adds or changes places, as one set; one of the same name at another point is another place. */
    public void put(Collection<Place> places) {
        List<Place> rows = List.copyOf(places);
        database.sql("""
                        insert into place (name, kind, within, longitude, latitude, neighbourhood, source)
                        select name, kind, within, longitude, latitude, neighbourhood ->> 'value', source
                        from jsonb_to_recordset(cast(:rows as jsonb)) as given(
                            name text, kind text, within text, longitude float8, latitude float8,
                            neighbourhood jsonb, source text)
                        on conflict (name, longitude, latitude) do update
                        set kind = excluded.kind, within = excluded.within,
                            neighbourhood = excluded.neighbourhood, source = excluded.source
                        """).param("rows", json.writeValueAsString(rows)).update();
    }
}
