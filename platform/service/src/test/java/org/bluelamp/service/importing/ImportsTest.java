package org.bluelamp.service.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import org.bluelamp.service.importing.ImportSummary.Counts;
import org.bluelamp.testing.TestDatabase;
import org.bluelamp.testing.TestPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The frame around every import, with imports that do what each test says. */
class ImportsTest {

    private static final TestDatabase DATABASE = TestPostgres.database("service");

    @TempDir
    private Path reports;

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();

    @Test
    void it_says_what_was_done_and_leaves_the_same_in_a_report() throws IOException {
        int exit = run(false, progress -> {
            progress.stage("Reading things.csv", 2);
            progress.skipped("line 2", "it is no thing");
            progress.note("one thing was odd");
            return ImportSummary.of(false).with("things", new Counts(1_234, 2, 3, 4));
        });
        assertThat(exit).isZero();
        assertThat(output())
                .contains("Reading things.csv")
                .contains("Things: 1,234 added, 2 changed, 3 removed, 4 unchanged")
                .contains("1 skipped:\n  line 2: it is no thing")
                .contains("one thing was odd");
        assertThat(report()).contains("Skipped, line 2: it is no thing", "one thing was odd", "Things: 1,234 added");
    }

    @Test
    void of_many_skipped_rows_twenty_are_shown_and_all_are_in_the_report() throws IOException {
        run(false, progress -> {
            for (int line = 1; line <= 1_000; line++) {
                progress.skipped("line " + line, "bad");
            }
            return ImportSummary.of(false);
        });
        assertThat(output())
                .contains("1,000 skipped, the first 20 of them:", "line 20: bad")
                .doesNotContain("line 21: bad");
        assertThat(report()).contains("line 1000: bad");
    }

    @Test
    void a_refused_import_says_why_and_that_nothing_was_changed() {
        int exit = run(false, progress -> {
            throw new ImportRefused("The file is upside down.");
        });
        assertThat(exit).isEqualTo(1);
        assertThat(output()).isEqualTo("The file is upside down. Nothing was changed.\n");
    }

    @Test
    void a_fault_of_ours_is_one_line_and_its_trace_is_in_the_report() throws IOException {
        int exit = run(false, progress -> {
            throw new IllegalStateException("out of order");
        });
        assertThat(exit).isEqualTo(1);
        assertThat(output())
                .contains("The import failed: out of order", "More is in ")
                .doesNotContain("\tat ");
        assertThat(report()).contains("\tat ");
    }

    @Test
    void on_a_terminal_a_bar_grows() {
        run(true, progress -> {
            progress.stage("Reading", 10);
            return ImportSummary.of(false);
        });
        assertThat(output()).contains("\r\u001b[KReading [------------------------------] 0 %");
    }

    @Test
    void what_comes_from_a_file_cannot_steer_the_terminal() {
        run(true, progress -> {
            progress.skipped("line 1", "\u001b[31mred\u001b[0m \u202eback");
            return ImportSummary.of(false);
        });
        assertThat(output()).contains("?[31mred?[0m ?back");
    }

    @Test
    void one_import_runs_at_a_time() throws Exception {
        try (Connection other = DATABASE.dataSource().getConnection();
                Statement statement = other.createStatement()) {
            statement.execute("select pg_advisory_lock(" + 0x1239_0175L + ")");
            assertThat(run(false, progress -> ImportSummary.of(false))).isEqualTo(1);
            assertThat(output()).contains("Another import is running");
            statement.execute("select pg_advisory_unlock(" + 0x1239_0175L + ")");
        }
    }

    @Test
    void one_import_may_follow_another_at_once() {
        for (int turn = 0; turn < 50; turn++) {
            assertThat(run(false, progress -> ImportSummary.of(false))).isZero();
        }
    }

    @Test
    void wrong_words_are_answered_with_the_right_ones() {
        assertThat(imports(progress -> ImportSummary.of(false)).run(List.of("moons"), out(), false, reports))
                .isEqualTo(2);
        assertThat(imports(progress -> ImportSummary.of(false)).run(List.of("things"), out(), false, reports))
                .isEqualTo(2);
        assertThat(output())
                .contains("There is no import moons, only: things.")
                .contains("The FILE is missing.", "It goes: bluelamp import things FILE [--dry-run]");
    }

    private int run(boolean terminal, Function<Progress, ImportSummary> work) {
        return imports(work).run(List.of("things", "things.csv"), out(), terminal, reports);
    }

    private Imports imports(Function<Progress, ImportSummary> work) {
        return new Imports(List.of(new Things(work)), DATABASE.dataSource(), Clock.systemUTC());
    }

    private PrintStream out() {
        return new PrintStream(written, true, StandardCharsets.UTF_8);
    }

    private String output() {
        return written.toString(StandardCharsets.UTF_8);
    }

    private String report() throws IOException {
        try (var files = Files.list(reports)) {
            return Files.readString(files.findFirst().orElseThrow());
        }
    }

    private record Things(Function<Progress, ImportSummary> work) implements ImportCommand {

        @Override
        public String name() {
            return "things";
        }

        @Override
        public String purpose() {
            return "Things.";
        }

        @Override
        public Parameters parameters() {
            return Parameters.of("FILE").with(Parameters.DRY_RUN);
        }

        @Override
        public ImportSummary run(Arguments arguments, Progress progress) {
            return work.apply(progress);
        }
    }
}
