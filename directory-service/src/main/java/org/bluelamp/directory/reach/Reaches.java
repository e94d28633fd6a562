package org.bluelamp.directory.reach;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.bluelamp.messaging.Version;
import org.bluelamp.service.area.AreaCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The projection of alerts-service's figures: the newest version that was told of an area stays. */
@Repository
public class Reaches {

    private static final TypeReference<List<AreaReach.Channel>> CHANNELS = new TypeReference<>() {};

    private final JdbcClient database;

    Reaches(JdbcClient database) {
        this.database = database;
    }

    /** What was last told of an area; empty when nothing was. */
    public Optional<AreaReach> find(AreaCode area) {
        return database.sql("select day, households, channels from reach where area = :area")
                .param("area", area.value())
                .query((row, n) -> new AreaReach(
                        row.getObject("day", LocalDate.class),
                        row.getObject("households", Integer.class),
                        JsonMapper.shared().readValue(row.getString("channels"), CHANNELS)))
                .optional();
    }

    void told(ReachChanged reach, Version version) {
        database.sql("""
                        insert into reach as held (area, day, households, channels, version)
                        values (:area, :day, :households, cast(:channels as jsonb), :version)
                        on conflict (area) do update
                        set day = excluded.day, households = excluded.households, channels = excluded.channels,
                            version = excluded.version
                        where held.version <= :replaces
                        """)
                .param("area", new AreaCode(reach.area()).value())
                .param("day", reach.day())
                .param("households", reach.households())
                .param("channels", JsonMapper.shared().writeValueAsString(reach.channels()))
                .param("version", version.number())
                .param("replaces", version.replaces())
                .update();
    }
}
