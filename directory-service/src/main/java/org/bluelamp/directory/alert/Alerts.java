package org.bluelamp.directory.alert;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.bluelamp.messaging.Version;
import org.bluelamp.service.area.AreaCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The projection of alerts-service's alerts, fed by its events in whatever order they arrive: the newest version an alert
 * was ever told in stays. An alert ends at its time, whether an event says so or not.
 */
@Repository
public class Alerts {

    /** The most severe first, then what must be done soonest, then the latest; with the names of the areas. */
    private static final String LIVE = """
            select reference, headline, instruction, severity, sender, issued_at, sent_at, expires_at,
                   array(select name from area where area.code = any (alert.areas) order by name) as area_names
            from alert
            where live and expires_at > :now
            """;

    private static final String MOST_SEVERE_FIRST = """
             order by array_position(array['extreme','severe','moderate','minor','unknown'], severity),
                      array_position(array['immediate','expected','future','unknown','past'], urgency),
                      sent_at desc, reference
            """;

    private final JdbcClient database;
    private final Clock clock;

    Alerts(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Those that are live for readers of these areas, the most severe first. */
    public List<Alert> live(Collection<AreaCode> areas) {
        return database.sql(LIVE + " and areas && cast(:areas as text[])" + MOST_SEVERE_FIRST)
                .param("now", at(clock.instant()))
                .param("areas", areas.stream().map(AreaCode::value).toArray(String[]::new))
                .query(Alerts::alert)
                .list();
    }

    /** Those that are live anywhere within an area and {@link Severity#grave}, the most severe first. */
    public List<Alert> grave(AreaCode within, int limit) {
        return database.sql(LIVE + """
                         and severity in ('extreme', 'severe')
                         and exists (select from unnest(areas) as code
                                     where code = :within or starts_with(code, :within || '/'))
                        """ + MOST_SEVERE_FIRST + " limit :limit")
                .param("now", at(clock.instant()))
                .param("within", within.value())
                .param("limit", limit)
                .query(Alerts::alert)
                .list();
    }

    /** Once it has ended its words are deleted: they may name a person, which may be why. */
    void told(AlertTold alert, Version version) {
        boolean live = alert.live();
        database.sql("""
                        insert into alert as held
                               (reference, version, live, headline, instruction, severity, urgency, areas, sender,
                                issued_at, sent_at, expires_at)
                        values (:reference, :version, :live, :headline, :instruction, :severity, :urgency, :areas,
                                :sender, :issuedAt, :sentAt, :expiresAt)
                        on conflict (reference) do update
                        set version = excluded.version, live = excluded.live, headline = excluded.headline,
                            instruction = excluded.instruction, severity = excluded.severity,
                            urgency = excluded.urgency, areas = excluded.areas, sender = excluded.sender,
                            issued_at = excluded.issued_at, sent_at = excluded.sent_at,
                            expires_at = excluded.expires_at
                        where held.version <= :replaces
                        """)
                .param("reference", alert.reference())
                .param("version", version.number())
                .param("replaces", version.replaces())
                .param("live", live)
                .param("headline", live ? Objects.requireNonNull(alert.headline()) : "")
                .param("instruction", live ? alert.instruction() : null)
                .param("severity", Severity.of(alert.severity()).code())
                .param("urgency", alert.urgency())
                .param(
                        "areas",
                        alert.areas().stream()
                                .map(AreaCode::new)
                                .map(AreaCode::value)
                                .toArray(String[]::new))
                .param("sender", alert.sender().name())
                .param("issuedAt", at(alert.issuedAt()))
                .param("sentAt", at(alert.sentAt()))
                .param("expiresAt", at(alert.expiresAt()))
                .update();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Alert alert(ResultSet row, int n) throws SQLException {
        String[] areas = (String[]) row.getArray("area_names").getArray();
        return new Alert(
                row.getString("reference"),
                row.getString("headline"),
                row.getString("instruction"),
                Severity.of(row.getString("severity")),
                row.getString("sender"),
                List.of(areas),
                instant(row, "issued_at"),
                instant(row, "sent_at"),
                instant(row, "expires_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
