package org.bluelamp.directory.area.importing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.bluelamp.directory.geo.BadBoundary;
import org.bluelamp.service.importing.ImportRefused;

/** Reads the boundaries in a file, KML or GeoJSON, or in a folder of such files; which one it is says its content. */
final class BoundaryFiles {

    /** A whole country's boundaries in full detail are a tenth of this. */
    private static final long LARGEST = 500_000_000;

    private BoundaryFiles() {}

    /**
     * The boundaries of all files.
     *
     * @param idProperty the property that says whose a boundary is, where the caller knows it
     * @throws ImportRefused when a file is none, or holds something that is no boundary
     */
    static List<GivenBoundary> read(Path given, Optional<String> idProperty) {
        List<GivenBoundary> found = new ArrayList<>();
        for (Path file : files(given)) {
            try {
                found.addAll(readFile(file, idProperty));
            } catch (BadBoundary e) {
                throw new ImportRefused(file.getFileName() + ": " + e.getMessage() + ".", e);
            } catch (IOException e) {
                throw new ImportRefused(file + " cannot be read: " + e.getMessage() + ".", e);
            }
        }
        if (found.isEmpty()) {
            throw new ImportRefused(given + " holds no boundaries.");
        }
        return found;
    }

    private static List<Path> files(Path given) {
        if (!Files.isDirectory(given)) {
            return List.of(given);
        }
        try (Stream<Path> files = Files.list(given)) {
            return files.filter(BoundaryFiles::looksLikeOne).sorted().toList();
        } catch (IOException e) {
            throw new ImportRefused(given + " cannot be read: " + e.getMessage() + ".", e);
        }
    }

    private static boolean looksLikeOne(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".kml") || name.endsWith(".geojson") || name.endsWith(".json");
    }

    private static List<GivenBoundary> readFile(Path file, Optional<String> idProperty) throws IOException {
        if (Files.size(file) > LARGEST) {
            throw new ImportRefused(file + " is larger than any file of boundaries.");
        }
        return switch (firstSign(file)) {
            case '<' -> KmlFile.read(file, idProperty);
            case '{' -> GeoJsonFile.read(file, idProperty);
            default -> throw new ImportRefused(file + " is neither KML nor GeoJSON.");
        };
    }

    /** The first character besides white space and a byte order mark. */
    private static char firstSign(Path file) throws IOException {
        byte[] beginning;
        try (var in = Files.newInputStream(file)) {
            beginning = in.readNBytes(200);
        }
        String text = new String(beginning, StandardCharsets.UTF_8)
                .replace("\ufeff", "")
                .strip();
        return text.isEmpty() ? ' ' : text.charAt(0);
    }

    /** The name of a file without its ending: forces name a file after its neighbourhood's id. */
    static String baseName(Path file) {
        return file.getFileName().toString().replaceFirst("\\.[^.]*$", "");
    }
}
