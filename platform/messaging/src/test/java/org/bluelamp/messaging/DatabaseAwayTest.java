package org.bluelamp.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.TransactionSystemException;

class DatabaseAwayTest {

    @Test
    void a_connection_that_breaks_inside_a_transaction_is_the_database_being_away() {
        assertThat(DatabaseAway.says(notRolledBackAfter(new DataAccessResourceFailureException("broken pipe"))))
                .isTrue();
    }

    @Test
    void a_statement_that_is_never_accepted_is_not_although_rolling_back_fails_too() {
        assertThat(DatabaseAway.says(notRolledBackAfter(new DuplicateKeyException("twice"))))
                .isFalse();
    }

    private static TransactionSystemException notRolledBackAfter(RuntimeException first) {
        TransactionSystemException failure =
                new TransactionSystemException("JDBC rollback failed", new SQLException("Connection is closed"));
        failure.initApplicationException(first);
        return failure;
    }
}
