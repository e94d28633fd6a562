package org.bluelamp.testing;

import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A database of a test's own.
 *
 * @param url JDBC address
 * @param user its owner
 * @param password of the owner
 */
public record TestDatabase(String url, String user, String password) {

    /** Connections without a pool. */
    public DataSource dataSource() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setUser(user);
        source.setPassword(password);
        return source;
    }
}
