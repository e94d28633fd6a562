package org.bluelamp.feedback.council;

import static java.time.ZoneOffset.UTC;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.bluelamp.contact.Vault;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.service.audit.AuditTrail;
import org.bluelamp.service.security.Role;
import org.bluelamp.service.security.StaffMember;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The councils of the districts: rows that administrators keep. */
@Repository
public class Councils {

    private final JdbcClient jdbc;
    private final Vault vault;
    private final AuditTrail audit;
    private final Clock clock;

    Councils(JdbcClient jdbc, Vault vault, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.audit = audit;
        this.clock = clock;
    }

    /** The council of a district; empty when nobody has said where it takes reports. */
    public Optional<Council> of(AreaCode district) {
        return jdbc.sql("""
                        select name, report_url, open311_url, jurisdiction, api_key is not null as has_key, version
                          from council
                         where district_code = :district""")
                .param("district", district.value())
                .query((row, n) -> read(district, row))
                .optional();
    }

    /** The council of the district that a neighbourhood lies in; empty when nobody has said where it takes reports. */
    public Optional<Council> responsible(AreaCode neighbourhood) {
        return of(district(neighbourhood));
    }

    /** The district that a neighbourhood lies in. */
    static AreaCode district(AreaCode neighbourhood) {
        return neighbourhood.down().get(Math.min(1, neighbourhood.down().size() - 1));
    }

    /** The key that the council gave us; null when it gave none. */
    @Nullable
    String key(AreaCode district) {
        record Kept(UUID id, byte @Nullable [] key) {}
        return jdbc.sql("select id, api_key from council where district_code = :district")
                .param("district", district.value())
                .query((row, n) -> new Kept(row.getObject("id", UUID.class), row.getBytes("api_key")))
                .optional()
                .map(kept -> kept.key() == null ? null : vault.open(kept.id(), kept.key()))
                .orElse(null);
    }

    /**
     * Keeps what an administrator says of a council; whether it was kept. It is not when somebody changed it since.
     *
     * @param council with the version that it was read at
     * @param newKey a new API key; empty keeps the one that is kept, as long as the end point is at the same place: a key
     *     goes to whom it is from and to nobody else
     * @throws AccessDeniedException when the person may not
     */
    @Transactional
    public boolean save(StaffMember staff, Council council, String newKey) {
        staff.require(Role.ADMINISTRATOR, council.district());
        record Known(UUID id, @Nullable String endPoint) {}
        Known known = jdbc.sql("select id, open311_url from council where district_code = :district")
                .param("district", council.district().value())
                .query((row, n) -> new Known(row.getObject("id", UUID.class), row.getString("open311_url")))
                .optional()
                .orElseGet(() -> new Known(UUID.randomUUID(), null));
        UUID id = known.id();
        int rows = jdbc.sql("""
                        insert into council (district_code, id, name, report_url, open311_url, jurisdiction, api_key,
                                             version, changed_by_name, changed_at)
                        select :district, :id, :name, :reportUrl, :endPoint, :jurisdiction, :key, 1, :by, :at
                         where :version = 0 or exists (select from council where district_code = :district)
                        on conflict (district_code) do update
                           set name = excluded.name, report_url = excluded.report_url,
                               open311_url = excluded.open311_url, jurisdiction = excluded.jurisdiction,
                               api_key = coalesce(excluded.api_key, case when :samePlace then council.api_key end),
                               version = council.version + 1, changed_by_name = excluded.changed_by_name,
                               changed_at = excluded.changed_at
                         where council.version = :version""")
                .param("district", council.district().value())
                .param("id", id)
                .param("name", council.name())
                .param("reportUrl", council.reportUrl())
                .param("endPoint", council.endPoint())
                .param("jurisdiction", council.jurisdiction())
                .param("key", newKey.isEmpty() || council.endPoint() == null ? null : vault.seal(id, newKey))
                .param("samePlace", samePlace(known.endPoint(), council.endPoint()))
                .param("version", council.version())
                .param("by", staff.name())
                .param("at", clock.instant().atOffset(UTC))
                .update();
        if (rows == 0) {
            return false;
        }
        jdbc.sql("delete from council_service where district_code = :district")
                .param("district", council.district().value())
                .update();
        council.services()
                .forEach((theme, code) -> jdbc.sql(
                                "insert into council_service (district_code, theme_code, service_code) values (:district, :theme, :code)")
                        .param("district", council.district().value())
                        .param("theme", theme)
                        .param("code", code)
                        .update());
        audit.record(
                staff,
                "council.saved",
                council.district().value(),
                council.endPoint() == null ? "shown its own page" : "sent to its end point");
        return true;
    }

    /** Whether two end points are the same machine's, reached the same way. */
    private static boolean samePlace(@Nullable String before, @Nullable String after) {
        if (before == null || after == null) {
            return false;
        }
        URI one = URI.create(before);
        URI other = URI.create(after);
        return Objects.equals(one.getScheme(), other.getScheme())
                && Objects.equals(one.getHost(), other.getHost())
                && one.getPort() == other.getPort();
    }

    private Council read(AreaCode district, ResultSet row) throws SQLException {
        Map<String, String> services = new HashMap<>();
        jdbc.sql("select theme_code, service_code from council_service where district_code = :district")
                .param("district", district.value())
                .query((service, n) -> services.put(service.getString("theme_code"), service.getString("service_code")))
                .list();
        return new Council(
                district,
                row.getString("name"),
                row.getString("report_url"),
                row.getString("open311_url"),
                row.getString("jurisdiction"),
                row.getBoolean("has_key"),
                Map.copyOf(services),
                row.getLong("version"));
    }
}
