package org.bluelamp.directory.policeuk.importing;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.bluelamp.service.importing.ImportRefused;

/**
 * A folder of files laid out as the paths are, each with {@code .json} at its end: {@code testshire/NC 04/people.json}. A
 * name may be written as in the path of a URL as well: {@code testshire/NC%2004/people.json}.
 */
final class FolderAnswers implements Answers {

    private final Path folder;

    /** @throws ImportRefused when there is no such folder */
    FolderAnswers(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new ImportRefused("There is no folder " + folder + ".");
        }
        this.folder = folder.toAbsolutePath().normalize();
    }

    @Override
    public Optional<byte[]> read(List<String> path) {
        return read(path, UnaryOperator.identity())
                .or(() -> read(
                        path,
                        part -> URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20")));
    }

    private Optional<byte[]> read(List<String> path, UnaryOperator<String> written) {
        Path file = folder;
        for (String part : path) {
            file = file.resolve(written.apply(part));
        }
        file = file.resolveSibling(file.getFileName() + ".json").normalize();
        if (!file.startsWith(folder) || !Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new ImportRefused("The file " + file + " cannot be read: " + e.getMessage() + ".", e);
        }
    }
}
