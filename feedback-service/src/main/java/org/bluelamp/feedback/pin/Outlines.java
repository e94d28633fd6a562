package org.bluelamp.feedback.pin;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.bluelamp.service.area.AreaCode;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Where neighbourhoods lie, as directory-service has told it. One whose outline is not known lies nowhere. */
@Repository
public class Outlines {

    /** More than any map shows. */
    private static final int MOST = 60;

    private final JdbcClient jdbc;

    Outlines(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The map of a neighbourhood with those around it; empty when it is not known where it lies. */
    public Optional<PinMap> map(AreaCode area) {
        return of(area).map(outline -> {
            PinMap.Frame frame = PinMap.Frame.around(outline);
            return new PinMap(frame, outline, around(area, frame));
        });
    }

    /** Whether it is known where a neighbourhood lies. */
    public boolean knows(AreaCode area) {
        return jdbc.sql("select exists (select from area where code = :code and boundary is not null)")
                .param("code", area.value())
                .query(Boolean.class)
                .single();
    }

    /** Where a neighbourhood lies; empty when that is not known. */
    public Optional<Outline> of(AreaCode area) {
        return jdbc.sql("select boundary from area where code = :code and boundary is not null")
                .param("code", area.value())
                .query((row, n) -> outline(row.getString("boundary")))
                .optional();
    }

    /** Where these areas lie, those of which that is known. */
    public Map<AreaCode, Outline> of(Collection<AreaCode> areas) {
        Map<AreaCode, Outline> outlines = new LinkedHashMap<>();
        jdbc.sql("select code, boundary from area where code = any (:codes) and boundary is not null order by code")
                .param("codes", areas.stream().map(AreaCode::value).toArray(String[]::new))
                .query((RowCallbackHandler)
                        row -> outlines.put(new AreaCode(row.getString("code")), outline(row.getString("boundary"))));
        return outlines;
    }

    /** The neighbourhood in which a place is; empty when it is in none that is known. */
    public Optional<AreaCode> at(Pin pin) {
        return jdbc
                .sql("""
                        select code, boundary
                          from area
                         where kind = 'neighbourhood' and :lng between west and east and :lat between south and north
                         order by code""")
                .param("lat", pin.lat())
                .param("lng", pin.lng())
                .query((row, n) -> Map.entry(new AreaCode(row.getString("code")), outline(row.getString("boundary"))))
                .list()
                .stream()
                .filter(one -> one.getValue().contains(pin))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private Map<String, Outline> around(AreaCode area, PinMap.Frame frame) {
        Map<String, Outline> around = new LinkedHashMap<>();
        jdbc.sql("""
                        select code, name, boundary
                          from area
                         where kind = 'neighbourhood' and code <> :code
                           and west <= :east and east >= :west and south <= :north and north >= :south
                         order by code
                         limit :most""")
                .param("code", area.value())
                .param("west", frame.west())
                .param("east", frame.east())
                .param("south", frame.south())
                .param("north", frame.north())
                .param("most", MOST)
                .query((row, n) -> Map.entry(row.getString("name"), outline(row.getString("boundary"))))
                .list()
                .forEach(one -> around.put(one.getKey(), one.getValue()));
        return around;
    }

    private static Outline outline(String geoJson) {
        return Outline.read(JsonMapper.shared().readTree(Objects.requireNonNull(geoJson)));
    }
}
