package org.bluelamp.service.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Set;
import org.bluelamp.service.ServiceForTests;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.service.security.Role;
import org.bluelamp.service.security.StaffMember;
import org.bluelamp.testing.PlatformTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

@PlatformTest(classes = ServiceForTests.class, properties = "bluelamp.test.rabbit=false")
class AuditTrailTest {

    private static final StaffMember ERIN =
            new StaffMember("erin", "Erin Vale", Set.of(Role.EDITOR), Set.of(new AreaCode("hertfordshire")));

    @Autowired
    private AuditTrail trail;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void a_deed_is_kept_with_who_did_what_to_what_and_why() {
        transactions.executeWithoutResult(
                transaction -> trail.record(ERIN, "article.withdrawn", "article-1", "Wrong street named"));

        assertThat(jdbc.sql("""
                        select staff_name, action, reason, done_at is not null as dated
                        from audit.deed where subject = 'article-1'
                        """).query().singleRow())
                .containsEntry("staff_name", "Erin Vale")
                .containsEntry("action", "article.withdrawn")
                .containsEntry("reason", "Wrong street named")
                .containsEntry("dated", true);
    }

    @Test
    void what_was_done_to_something_is_told_the_latest_first_and_of_nothing_else() {
        for (String action : List.of("article.written", "article.published", "article.archived")) {
            transactions.executeWithoutResult(transaction -> trail.record(ERIN, action, "article-3", ""));
        }
        transactions.executeWithoutResult(transaction -> trail.record(ERIN, "article.written", "article-4", ""));

        assertThat(trail.of("article-3", 2))
                .extracting(Deed::who, Deed::action)
                .containsExactly(tuple("Erin Vale", "article.archived"), tuple("Erin Vale", "article.published"));
    }

    @Test
    void a_deed_that_was_rolled_back_leaves_no_trace() {
        transactions.executeWithoutResult(transaction -> {
            trail.record(ERIN, "article.published", "article-2", "");
            transaction.setRollbackOnly();
        });

        assertThat(jdbc.sql("select count(*) from audit.deed where subject = 'article-2'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void a_deed_is_recorded_only_within_the_transaction_of_the_deed_itself() {
        assertThatThrownBy(() -> trail.record(ERIN, "article.published", "article-3", ""))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void nobody_changes_or_removes_a_deed() {
        transactions.executeWithoutResult(transaction -> trail.record(ERIN, "article.published", "article-4", ""));

        assertThatThrownBy(() ->
                        jdbc.sql("update audit.deed set staff_name = 'Nobody'").update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("neither changed nor removed");
        assertThatThrownBy(() -> jdbc.sql("delete from audit.deed").update()).isInstanceOf(DataAccessException.class);
    }
}
