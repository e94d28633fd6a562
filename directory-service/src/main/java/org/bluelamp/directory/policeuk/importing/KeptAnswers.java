package org.bluelamp.directory.policeuk.importing;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bluelamp.service.importing.ImportRefused;
import org.springframework.util.FileSystemUtils;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps what was answered in a folder until the import is done, so that one that failed halfway goes on from there. What
 * is older than a day is asked anew.
 */
final class KeptAnswers implements Answers {

    private static final Duration KEPT = Duration.ofDays(1);

    private final Answers source;
    private final Path folder;
    private final Clock clock;

    /** @param folder for this source and force alone */
    KeptAnswers(Answers source, Path folder, Clock clock) {
        this.source = source;
        this.folder = folder;
        this.clock = clock;
    }

    /** The folder for a source and a force, within that of all imports. */
    static Path folder(Path all, String base, String force) {
        return all.resolve("police-uk")
                .resolve(force + "-"
                        + UUID.nameUUIDFromBytes(base.getBytes(StandardCharsets.UTF_8))
                                .toString()
                                .substring(0, 8));
    }

    @Override
    public Optional<byte[]> read(List<String> path) {
        Path told = folder.resolve(name(path) + ".json");
        Path nothing = folder.resolve(name(path) + ".none");
        try {
            if (recent(told)) {
                return Optional.of(Files.readAllBytes(told));
            }
            if (recent(nothing)) {
                return Optional.empty();
            }
            Optional<byte[]> answer = source.read(path);
            if (answer.isEmpty() || isJson(answer.get())) {
                keep(answer.isEmpty() ? nothing : told, answer.orElse(new byte[0]));
            }
            return answer;
        } catch (IOException e) {
            throw new ImportRefused("What is read cannot be kept in " + folder + ": " + e.getMessage() + ".", e);
        }
    }

    /** Forgets all answers. */
    void forget() {
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            throw new ImportRefused("The folder " + folder + " cannot be deleted: " + e.getMessage() + ".", e);
        }
    }

    private boolean recent(Path file) throws IOException {
        return Files.isRegularFile(file)
                && Files.getLastModifiedTime(file)
                        .toInstant()
                        .isAfter(clock.instant().minus(KEPT));
    }

    private void keep(Path file, byte[] answer) throws IOException {
        Files.createDirectories(folder);
        Path written = Files.write(folder.resolve("next"), answer);
        Files.move(written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static boolean isJson(byte[] answer) {
        try {
            return !JsonMapper.shared().readTree(answer).isMissingNode();
        } catch (JacksonException e) {
            return false;
        }
    }

    private static String name(List<String> path) {
        return path.stream()
                .map(part -> URLEncoder.encode(part, StandardCharsets.UTF_8))
                .collect(Collectors.joining("~"));
    }
}
