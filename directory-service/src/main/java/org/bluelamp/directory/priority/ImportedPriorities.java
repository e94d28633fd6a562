package org.bluelamp.directory.priority;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.List;
import org.bluelamp.service.area.AreaCode;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Priorities of neighbourhoods for which feedback-service keeps none, as a force's published data tells of them. As soon
 * as feedback-service has told of one of a neighbourhood, open or closed, hers are all there are.
 */
@Repository
public class ImportedPriorities {

    private final JdbcClient database;
    private final JsonMapper json;

    ImportedPriorities(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /** A neighbourhood's, in the order of the source; none where feedback-service has told of any. */
    public List<ImportedPriority> of(AreaCode neighbourhood) {
        return database.sql("""
                        select issue, issued, action, acted from imported_priority
                        where area = :area and not exists (select from priority where priority.area = :area)
                        order by position
                        """)
                .param("area", neighbourhood.value())
                .query(ImportedPriorities::priority)
                .list();
    }

    /**
     * Takes over all that a source tells of a neighbourhood's priorities; telling the same again changes nothing.
     *
     * @param source id of a {@link org.bluelamp.directory.source.Source}
     * @return whether anything is different
     */
    @Transactional
    public boolean put(AreaCode neighbourhood, List<ImportedPriority> told, String source) {
        List<ImportedPriority> held = database.sql("""
                        select issue, issued, action, acted from imported_priority
                        where area = :area
                        order by position
                        """)
                .param("area", neighbourhood.value())
                .query(ImportedPriorities::priority)
                .list();
        if (held.equals(told)) {
            return false;
        }
        database.sql("delete from imported_priority where area = :area")
                .param("area", neighbourhood.value())
                .update();
        database.sql("""
                        insert into imported_priority (area, position, issue, issued, action, acted, source)
                        select :area, given.number - 1, given.told ->> 'issue', (given.told ->> 'issued')::timestamp,
                               given.told ->> 'action', (given.told ->> 'acted')::timestamp, :source
                        from jsonb_array_elements(cast(:told as jsonb)) with ordinality as given (told, number)
                        """)
                .param("area", neighbourhood.value())
                .param("told", json.writeValueAsString(told))
                .param("source", source)
                .update();
        return true;
    }

    private static ImportedPriority priority(ResultSet row, int n) throws SQLException {
        @Nullable LocalDateTime acted = row.getObject("acted", LocalDateTime.class);
        return new ImportedPriority(
                row.getString("issue"), row.getObject("issued", LocalDateTime.class), row.getString("action"), acted);
    }
}
