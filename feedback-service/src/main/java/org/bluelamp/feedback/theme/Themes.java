package org.bluelamp.feedback.theme;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The list of themes: rows, because it is the force's to change. */
@Repository
public class Themes {

    private final JdbcClient jdbc;

    Themes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The themes a resident can choose from, in the order to show them. */
    public List<Theme> offered() {
        return jdbc.sql("select code, name, hint, council from theme where not retired order by position")
                .query(Theme.class)
                .list();
    }

    /** All themes, also those no longer offered, for finding older concerns. */
    public List<Theme> all() {
        return jdbc.sql("select code, name, hint, council from theme order by retired, position")
                .query(Theme.class)
                .list();
    }
}
