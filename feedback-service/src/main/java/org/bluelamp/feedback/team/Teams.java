package org.bluelamp.feedback.team;

import java.util.Optional;
import org.bluelamp.messaging.Version;
import org.bluelamp.service.area.AreaCode;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The teams of directory-service as far as they have been heard of: a projection, fed by events only. */
@Repository
public class Teams {

    private final JdbcClient jdbc;

    Teams(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The team of a neighbourhood; empty when it has not been heard of. */
    public Optional<Team> of(AreaCode area) {
        return jdbc.sql("""
                        select name, label, lead_rank, lead_name, contact_rank, contact_name
                          from team
                         where area_code = :area""")
                .param("area", area.value())
                .query((row, n) -> new Team(
                        area,
                        row.getString("name"),
                        row.getString("label"),
                        person(row.getString("lead_rank"), row.getString("lead_name")),
                        person(row.getString("contact_rank"), row.getString("contact_name"))))
                .optional();
    }

    /** Keeps a team as told, if its version replaces the one held. */
    void apply(Team team, Version version) {
        Team.@Nullable Person lead = team.lead();
        Team.@Nullable Person contact = team.namedContact();
        jdbc.sql("""
                        insert into team (area_code, version, name, label,
                                          lead_rank, lead_name, contact_rank, contact_name)
                        values (:area, :version, :name, :label,
                                :leadRank, :leadName, :contactRank, :contactName)
                        on conflict (area_code) do update
                           set version = excluded.version, name = excluded.name, label = excluded.label,
                               lead_rank = excluded.lead_rank, lead_name = excluded.lead_name,
                               contact_rank = excluded.contact_rank, contact_name = excluded.contact_name
                         where team.version <= :replaces""")
                .param("area", team.area().value())
                .param("version", version.number())
                .param("replaces", version.replaces())
                .param("name", team.name())
                .param("label", team.label())
                .param("leadRank", lead == null ? null : lead.rank())
                .param("leadName", lead == null ? null : lead.name())
                .param("contactRank", contact == null ? null : contact.rank())
                .param("contactName", contact == null ? null : contact.name())
                .update();
    }

    private static Team.@Nullable Person person(@Nullable String rank, @Nullable String name) {
        return rank == null || name == null ? null : new Team.Person(rank, name);
    }
}
