package org.bluelamp.directory.held;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.bluelamp.testing.TestPostgres;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** One thing held by two replicas: a text in a table. */
class HeldTest {

    private static final DataSource CONNECTIONS = TestPostgres.database("held").dataSource();

    private final JdbcTransactionManager transactions = new JdbcTransactionManager(CONNECTIONS);
    private final TransactionTemplate transaction = new TransactionTemplate(transactions);
    private final JdbcClient database = JdbcClient.create(CONNECTIONS);
    private final AtomicInteger reads = new AtomicInteger();
    private final Held<String> here = new Held<>("a text", new Table(), transactions);
    private final Held<String> elsewhere = new Held<>("a text", new Table(), transactions);

    @BeforeEach
    void a_table_with_a_text() {
        database.sql("create table if not exists held (revision bigint, text text)")
                .update();
        database.sql("delete from held").update();
        database.sql("insert into held values (1, 'old')").update();
    }

    @Test
    void it_is_read_once_however_often_it_is_asked_for() {
        assertThat(here.ifHeld()).isEmpty();
        assertThat(here.current()).isEqualTo("old");
        assertThat(here.current()).isEqualTo("old");
        here.refresh();
        assertThat(here.ifHeld()).contains("old");
        assertThat(reads).hasValue(1);
    }

    @Test
    void the_transaction_that_changes_it_sees_the_change_and_everybody_here_does_once_it_is_committed() {
        here.current();
        transaction.executeWithoutResult(status -> {
            change("new");
            assertThat(here.current()).isEqualTo("new");
            assertThat(here.ifHeld()).isEmpty();
            change("newer");
            assertThat(here.current()).isEqualTo("newer");
            assertThat(fromAnotherThread()).isEqualTo("old");
        });
        int before = reads.get();
        assertThat(here.ifHeld()).contains("newer");
        assertThat(here.current()).isEqualTo("newer");
        here.refresh();
        assertThat(reads).hasValue(before);
    }

    @Test
    void what_a_transaction_changed_and_did_not_look_at_is_read_after_its_commit() {
        here.current();
        transaction.executeWithoutResult(status -> change("new"));
        assertThat(here.ifHeld()).isEmpty();
        assertThat(here.current()).isEqualTo("new");
    }

    @Test
    void what_is_rolled_back_has_never_been() {
        here.current();
        transaction.executeWithoutResult(status -> {
            change("new");
            assertThat(here.current()).isEqualTo("new");
            status.setRollbackOnly();
        });
        assertThat(here.ifHeld()).contains("old");
    }

    @Test
    void a_transaction_inside_another_sees_only_what_is_committed() {
        here.current();
        TransactionTemplate inner = new TransactionTemplate(transactions);
        inner.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        transaction.executeWithoutResult(status -> {
            change("new");
            inner.executeWithoutResult(within -> assertThat(here.current()).isEqualTo("old"));
            assertThat(here.current()).isEqualTo("new");
        });
        assertThat(here.current()).isEqualTo("new");
    }

    @Test
    void another_replica_learns_of_it_when_it_asks_for_the_revision() {
        elsewhere.current();
        transaction.executeWithoutResult(status -> change("new"));
        assertThat(elsewhere.current()).isEqualTo("old");
        elsewhere.refresh();
        assertThat(elsewhere.current()).isEqualTo("new");
    }

    @Test
    void a_change_outside_of_a_transaction_is_refused() {
        assertThatThrownBy(here::changed).isInstanceOf(IllegalStateException.class);
    }

    private void change(String text) {
        database.sql("update held set revision = revision + 1, text = :text")
                .param("text", text)
                .update();
        here.changed();
    }

    private String fromAnotherThread() {
        String[] seen = new String[1];
        try {
            Thread.ofVirtual().start(() -> seen[0] = here.current()).join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return seen[0];
    }

    private final class Table implements Held.Source<String> {

        @Override
        public long revision() {
            return database.sql("select revision from held").query(Long.class).single();
        }

        @Override
        public String read(@Nullable String last) {
            reads.incrementAndGet();
            return database.sql("select text from held").query(String.class).single();
        }
    }
}
