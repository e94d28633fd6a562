package org.bluelamp.service.importing;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** The file that holds everything an import has to say, however much it is. */
final class ReportFile implements AutoCloseable {

    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss");

    private final Path path;
    private final PrintWriter writer;

    private ReportFile(Path path, PrintWriter writer) {
        this.path = path;
        this.writer = writer;
    }

    /** @throws ImportRefused when it cannot be written there */
    static ReportFile in(Path folder, String command, Clock clock) {
        Path path = folder.toAbsolutePath()
                .resolve("import-" + command + "-"
                        + STAMP.format(LocalDateTime.ofInstant(clock.instant(), ZoneId.systemDefault())) + ".txt");
        try {
            Files.createDirectories(folder);
            return new ReportFile(path, new PrintWriter(Files.newBufferedWriter(path, StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new ImportRefused("The report " + path + " cannot be written.", e);
        }
    }

    Path path() {
        return path;
    }

    void line(String text) {
        writer.println(text);
    }

    void trace(Throwable failure) {
        failure.printStackTrace(writer);
    }

    @Override
    public void close() {
        writer.close();
    }
}
