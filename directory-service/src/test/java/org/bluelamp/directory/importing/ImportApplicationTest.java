package org.bluelamp.directory.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The program of the directory's imports. */
class ImportApplicationTest {

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();

    @Test
    void help_lists_the_imports_and_needs_no_database() {
        int exit = ImportApplication.run(
                List.of("--help"),
                out(),
                false,
                Map.of(
                        "DATABASE_URL",
                        "jdbc:postgresql://127.0.0.1:1/none",
                        "DATABASE_USER",
                        "x",
                        "DATABASE_PASSWORD",
                        "x"));
        assertThat(exit).isZero();
        assertThat(output()).contains("postcodes FILE [--dry-run]", "boundaries FILE --force ID", "--id-property NAME");
    }

    @Test
    void a_database_that_does_not_answer_is_one_clear_line() {
        int exit = ImportApplication.run(
                List.of("postcodes", "x.csv"),
                out(),
                false,
                Map.of(
                        "DATABASE_URL",
                        "jdbc:postgresql://127.0.0.1:1/none",
                        "DATABASE_USER",
                        "x",
                        "DATABASE_PASSWORD",
                        "x"));
        assertThat(exit).isEqualTo(1);
        assertThat(output())
                .startsWith("The service's database does not answer: ")
                .hasLineCount(1);
    }

    private PrintStream out() {
        return new PrintStream(written, true, StandardCharsets.UTF_8);
    }

    private String output() {
        return written.toString(StandardCharsets.UTF_8);
    }
}
