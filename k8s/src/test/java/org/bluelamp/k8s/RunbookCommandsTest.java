package org.bluelamp.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** At 3 am commands are copied, not thought over. */
class RunbookCommandsTest {

    private static final Pattern COMMAND = Pattern.compile("`(kubectl[^`]*)`");

    private final List<String> commands = COMMAND.matcher(Repository.read(Repository.ROOT.resolve("docs/runbook.md")))
            .results()
            .map(match -> match.group(1))
            .toList();

    @Test
    void each_command_says_in_which_namespace_unless_the_overlay_does() {
        assertThat(commands)
                .hasSizeGreaterThan(10)
                .allMatch(
                        command -> command.matches(".* (-n|--namespace) [a-z].*") || command.contains(" --kustomize"));
    }

    /** Which of the instances is the primary changes, and the file system of each is read-only. */
    @Test
    void a_database_is_entered_at_its_primary_and_nothing_is_written_beside_it() {
        assertThat(commands)
                .filteredOn(command -> command.contains(" psql "))
                .hasSizeGreaterThanOrEqualTo(3)
                .allMatch(command -> command.matches(".* exec (-it? )?([A-Z]+-)?PRIMARY -c postgres -- psql .*"));
        assertThat(commands)
                .filteredOn(command -> command.contains("cnpg.io/instanceRole=primary"))
                .isNotEmpty();
        assertThat(Repository.read(Repository.ROOT.resolve("docs/runbook.md"))).doesNotContain("\\copy");
    }

    /** A table goes from one pod into the other by way of whoever types this. */
    @Test
    void what_a_restore_copies_leaves_one_cluster_as_the_other_takes_it() {
        List<String> copies = commands.stream()
                .filter(command -> command.contains("\"copy "))
                .map(command -> command.replaceFirst(".*PRIMARY -c postgres -- ", ""))
                .toList();
        assertThat(copies)
                .containsExactly(
                        "psql alerts -c \"copy TABLE to stdout csv\" > TABLE.csv",
                        "psql alerts -c \"copy old.TABLE from stdin csv\" < TABLE.csv");
    }
}
