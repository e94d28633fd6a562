package org.bluelamp.directory.policeuk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.bluelamp.directory.policeuk.PoliceData.Officer;
import org.bluelamp.service.area.AreaCode;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Who leads each force, as its published data says. They are no team: nobody turns to them as to a neighbourhood's, and
 * no event tells of them.
 */
@Repository
public class SeniorOfficers {

    private static final TypeReference<Map<String, @Nullable String>> CONTACT = new TypeReference<>() {};

    private final JdbcClient database;
    private final JsonMapper json;

    SeniorOfficers(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /** A force's, in the order of the source. */
    public List<Officer> of(AreaCode force) {
        return database.sql("""
                        select name, rank, bio, contact from senior_officer
                        where force = :force
                        order by position
                        """)
                .param("force", force.value())
                .query(this::officer)
                .list();
    }

    /**
     * Takes over all that a source tells of who leads a force; telling the same again changes nothing.
     *
     * @param told with names, and safe to show
     * @return whether anything is different
     */
    @Transactional
    public boolean put(AreaCode force, List<Officer> told, String source) {
        if (of(force).equals(told)) {
            return false;
        }
        database.sql("delete from senior_officer where force = :force")
                .param("force", force.value())
                .update();
        database.sql("""
                        insert into senior_officer (force, position, name, rank, bio, contact, source)
                        select :force, given.number - 1, given.told ->> 'name', given.told ->> 'rank',
                               given.told ->> 'bio', given.told -> 'contact_details', :source
                        from jsonb_array_elements(cast(:told as jsonb)) with ordinality as given (told, number)
                        """)
                .param("force", force.value())
                .param("told", json.writeValueAsString(told))
                .param("source", source)
                .update();
        return true;
    }

    private Officer officer(ResultSet row, int n) throws SQLException {
        return new Officer(
                row.getString("name"),
                row.getString("rank"),
                row.getString("bio"),
                json.readValue(row.getString("contact"), CONTACT));
    }
}
