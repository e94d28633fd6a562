package org.bluelamp.directory.priority;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bluelamp.messaging.Version;
import org.bluelamp.service.area.AreaCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The projection of feedback-service's priorities, fed by its events in whatever order they arrive: the newest version a
 * priority was ever told in stays.
 */
@Repository
public class Priorities {

    private final JdbcClient database;
    private final ImportedPriorities imported;

    Priorities(JdbcClient database, ImportedPriorities imported) {
        this.database = database;
        this.imported = imported;
    }

    /**
     * What a neighbourhood's team works on at present, the oldest first; where feedback-service told of none, what was
     * imported; empty when nobody told anything.
     */
    public List<Priority> of(AreaCode neighbourhood) {
        List<Priority> told = told(neighbourhood);
        return told.isEmpty()
                ? imported.of(neighbourhood).stream()
                        .map(priority -> priority.of(neighbourhood))
                        .toList()
                : told;
    }

    /** What feedback-service told of what a neighbourhood's team works on at present, the oldest first. */
    public List<Priority> told(AreaCode neighbourhood) {
        return database.sql("""
                        select id, issue, action, set_on, action_on, reviewed_on from priority
                        where open and area = :area
                        order by set_on, id
                        """)
                .param("area", neighbourhood.value())
                .query(Priorities::priority)
                .list();
    }

    /** What feedback-service told of what all teams within an area work on at present, each the oldest first. */
    public Map<AreaCode, List<Priority>> toldWithin(AreaCode area) {
        record Row(AreaCode area, Priority priority) {}
        return database
                .sql("""
                        select id, area, issue, action, set_on, action_on, reviewed_on from priority
                        where open and starts_with(area, :within || '/')
                        order by set_on, id
                        """)
                .param("within", area.value())
                .query((row, n) -> new Row(new AreaCode(row.getString("area")), priority(row, n)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Row::area, Collectors.mapping(Row::priority, Collectors.toList())));
    }

    void changed(PriorityChanged priority, Version version) {
        database.sql("""
                        insert into priority as held
                               (id, version, area, issue, action, set_on, action_on, reviewed_on, open)
                        values (:id, :version, :area, :issue, :action, :setOn, :actionOn, :reviewedOn, :open)
                        on conflict (id) do update
                        set version = excluded.version, area = excluded.area, issue = excluded.issue,
                            action = excluded.action, set_on = excluded.set_on, action_on = excluded.action_on,
                            reviewed_on = excluded.reviewed_on, open = excluded.open
                        where held.version <= :replaces
                        """)
                .param("id", priority.id())
                .param("version", version.number())
                .param("replaces", version.replaces())
                .param("area", new AreaCode(priority.area()).value())
                .param("issue", priority.issue())
                .param("action", priority.action())
                .param("setOn", priority.setOn())
                .param("actionOn", priority.actionOn())
                .param("reviewedOn", priority.reviewedOn())
                .param("open", priority.open())
                .update();
    }

    private static Priority priority(ResultSet row, int n) throws SQLException {
        return new Priority(
                row.getObject("id", UUID.class),
                row.getString("issue"),
                row.getString("action"),
                row.getObject("set_on", LocalDate.class),
                row.getObject("action_on", LocalDate.class),
                row.getObject("reviewed_on", LocalDate.class));
    }
}
