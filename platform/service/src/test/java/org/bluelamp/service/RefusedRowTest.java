package org.bluelamp.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.SQLException;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bluelamp.testing.PlatformTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows hold what residents wrote and where they can be reached, and what the database says of a row ends in a log. */
@PlatformTest(classes = ServiceForTests.class, properties = "bluelamp.test.rabbit=false")
class RefusedRowTest {

    private static final String ADDRESS = "somebody@example.org";

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private JdbcTemplate batches;

    @BeforeEach
    void itIsThere() {
        insert("blue");
    }

    @AfterEach
    void itGoes() {
        jdbc.sql("truncate lamp").update();
    }

    @Test
    void a_row_that_is_there_already_is_told_by_its_key_and_not_by_its_words() {
        assertThat(said(DuplicateKeyException.class, () -> insert("red")))
                .contains("lamp_pkey")
                .doesNotContain(ADDRESS);
    }

    @Test
    void a_row_that_lacks_something_is_told_by_what_it_lacks_and_not_by_its_words() {
        jdbc.sql("truncate lamp").update();
        assertThat(said(
                        DataIntegrityViolationException.class,
                        () -> jdbc.sql("insert into lamp (name, colour) values (:name, null)")
                                .param("name", ADDRESS)
                                .update()))
                .contains("colour")
                .doesNotContain(ADDRESS);
    }

    @Test
    void one_row_of_many_that_is_refused_is_told_without_its_words_too() {
        assertThat(said(
                        DuplicateKeyException.class,
                        () -> batches.batchUpdate(
                                "insert into lamp (name, colour) values (?, ?)",
                                List.of(new Object[] {"somebody.else@example.org", "red"}, new Object[] {ADDRESS, "red"
                                }))))
                .contains("lamp_pkey")
                .doesNotContain("@example.org");
    }

    private void insert(String colour) {
        jdbc.sql("insert into lamp (name, colour) values (:name, :colour)")
                .param("name", ADDRESS)
                .param("colour", colour)
                .update();
    }

    /** All that a log could hold of the fault: its trace, its causes and what the driver hangs beside them. */
    private static String said(Class<? extends Throwable> kind, ThrowingCallable refused) {
        Throwable fault = catchThrowable(refused);
        assertThat(fault).isInstanceOf(kind);
        StringWriter said = new StringWriter();
        PrintWriter log = new PrintWriter(said);
        fault.printStackTrace(log);
        for (Throwable cause = fault.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                sql.forEach(beside -> beside.printStackTrace(log));
            }
        }
        return said.toString();
    }
}
