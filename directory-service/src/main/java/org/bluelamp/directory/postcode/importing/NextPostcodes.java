package org.bluelamp.directory.postcode.importing;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.bluelamp.directory.postcode.Postcodes;
import org.bluelamp.service.importing.ImportSummary.Counts;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.TransactionStatus;

/**
 * The next table of postcodes, made and filled beside the present one, which serves until the transaction that all of
 * this happens in is committed. If that never comes, nothing is left of it.
 */
@Repository
class NextPostcodes {

    private static final String COPY = """
            copy postcode_next (code, longitude, latitude, neighbourhood, force_name, terminated, source)
            from stdin
            """;

    /** SQLSTATE lock_not_available. */
    private static final String LOCKED = "55P03";

    private final JdbcClient database;
    private final DataSource connections;
    private final Postcodes postcodes;

    NextPostcodes(JdbcClient database, DataSource connections, Postcodes postcodes) {
        this.database = database;
        this.connections = connections;
        this.postcodes = postcodes;
    }

    /** Rises with every boundary that changes: postcodes found by an older one may lie wrong. */
    long boundaryRevision() {
        return database.sql("select revision from boundary_revision")
                .query(Long.class)
                .single();
    }

    /** Makes the table, like the present one but without its indexes: a table is filled faster without. */
    void create() {
        database.sql("""
                        create table postcode_next
                        (like postcode including defaults including generated including constraints including comments)
                        """).update();
    }

    /** Begins to fill it. Nothing else may be asked of the database in this transaction until that has ended. */
    CopyIn fill() {
        try {
            return DataSourceUtils.getConnection(connections)
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(COPY);
        } catch (SQLException e) {
            throw new IllegalStateException("Could not begin to fill the table: " + e.getMessage(), e);
        }
    }

    /** Gives it the keys and indexes of the present one; a test compares them. */
    void index() {
        database.sql("set local maintenance_work_mem = '128MB'").update();
        database.sql("alter table postcode_next add constraint postcode_next_pkey primary key (code)")
                .update();
        database.sql("create index postcode_next_by_outward on postcode_next (outward, neighbourhood)")
                .update();
        database.sql("create index postcode_next_by_point on postcode_next (longitude, latitude)")
                .update();
        database.sql("""
                        create index postcode_next_by_force on postcode_next (outward, force_name)
                        where force_name is not null
                        """).update();
        database.sql("""
                        alter table postcode_next
                            add constraint postcode_neighbourhood_fkey foreign key (neighbourhood) references area (code),
                            add constraint postcode_source_fkey foreign key (source) references source (id)
                        """).update();
        database.sql("analyze postcode_next").update();
    }

    /** How it differs from the present one. */
    Counts compare() {
        return database.sql("""
                        select count(*) filter (where held.code is null) as added,
                               count(*) filter (where next.code is null) as removed,
                               count(*) filter (where next.code = held.code and changed) as changed,
                               count(*) filter (where next.code = held.code and not changed) as unchanged
                        from postcode held
                        full join postcode_next next using (code)
                        cross join lateral (
                            select (held.longitude, held.latitude, held.neighbourhood, held.force_name, held.terminated,
                                    held.source)
                                   is distinct from
                                   (next.longitude, next.latitude, next.neighbourhood, next.force_name, next.terminated,
                                    next.source) as changed) as difference
                        """)
                .query((row, n) -> new Counts(
                        row.getLong("added"), row.getLong("changed"), row.getLong("removed"), row.getLong("unchanged")))
                .single();
    }

    /**
     * Makes sure that from here on nobody reads or moves postcodes of the present table. It does not wait long for those
     * who do, because who comes after it waits as well.
     *
     * @return false when somebody did; what was done before in this transaction stands
     */
    boolean hold(TransactionStatus transaction) {
        Object before = transaction.createSavepoint();
        try {
            database.sql("set local lock_timeout = '2s'").update();
            database.sql("lock table postcode in access exclusive mode").update();
            return true;
        } catch (DataAccessException e) {
            if (e.getRootCause() instanceof SQLException locked && LOCKED.equals(locked.getSQLState())) {
                transaction.rollbackToSavepoint(before);
                return false;
            }
            throw e;
        }
    }

    /** Puts it into the place of the present one. */
    void swap() {
        database.sql("drop table postcode").update();
        database.sql("alter table postcode_next rename to postcode").update();
        database.sql("alter table postcode rename constraint postcode_next_pkey to postcode_pkey")
                .update();
        database.sql("alter index postcode_next_by_outward rename to postcode_by_outward")
                .update();
        database.sql("alter index postcode_next_by_point rename to postcode_by_point")
                .update();
        database.sql("alter index postcode_next_by_force rename to postcode_by_force")
                .update();
        postcodes.changed();
    }
}
