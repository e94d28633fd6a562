package org.bluelamp.directory.importing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.core.env.Environment;

/** Runs imports as the front door does, in an application of their own on the database of the service under test. */
public class ImportRun {

    private final Environment service;
    private final Path work;

    ImportRun(Environment service) throws IOException {
        this.service = service;
        this.work = folder("work");
    }

    /** A new one, beside what else a build leaves behind. */
    private static Path folder(String name) throws IOException {
        Path imports = Files.createDirectories(Path.of("target", "imports"));
        return Files.createTempDirectory(imports, name).toAbsolutePath();
    }

    /**
     * How an import went.
     *
     * @param exit code of the process
     * @param output what was shown
     * @param report what the report holds; empty when there is none
     */
    public record Outcome(int exit, String output, String report) {}

    /** Runs {@code bluelamp import} with these words. */
    public Outcome run(Object... words) {
        try {
            Path reports = folder("reports");
            ByteArrayOutputStream written = new ByteArrayOutputStream();
            int exit = ImportApplication.run(
                    List.of(words).stream().map(Object::toString).toList(),
                    new PrintStream(written, true, StandardCharsets.UTF_8),
                    false,
                    Map.of(
                            "DATABASE_URL", variable("DATABASE_URL"),
                            "DATABASE_USER", variable("DATABASE_USER"),
                            "DATABASE_PASSWORD", variable("DATABASE_PASSWORD"),
                            "bluelamp.import.reports", reports.toString(),
                            "bluelamp.import.work", work.toString(),
                            "bluelamp.import.first-pause", "10ms"));
            return new Outcome(exit, written.toString(StandardCharsets.UTF_8), report(reports));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String variable(String name) {
        return Objects.requireNonNull(service.getProperty(name));
    }

    private static String report(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            List<Path> reports = files.toList();
            return reports.isEmpty() ? "" : Files.readString(reports.getFirst());
        }
    }
}
