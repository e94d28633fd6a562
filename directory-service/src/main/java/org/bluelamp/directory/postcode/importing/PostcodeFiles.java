package org.bluelamp.directory.postcode.importing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.bluelamp.service.importing.ImportRefused;
import org.jspecify.annotations.Nullable;

/** The files of comma-separated values in what was given: a file, a folder of them, or a zip. Nothing is unpacked. */
final class PostcodeFiles implements AutoCloseable {

    /** The publishers' zips hold some two hundred files. */
    private static final int MOST_FILES = 5_000;

    private static final int DEEPEST = 8;

    private final List<Part> parts;
    private final @Nullable ZipFile zip;

    private PostcodeFiles(List<Part> parts, @Nullable ZipFile zip) {
        this.parts = parts;
        this.zip = zip;
    }

    /** How a part is opened. */
    interface Opener {
        InputStream open() throws IOException;
    }

    /**
     * One file of comma-separated values.
     *
     * @param name with its folders inside what was given
     * @param bytes its size, unpacked
     */
    record Part(String name, long bytes, Opener opener) {

        /** The folder it lies in, empty for none. */
        String folder() {
            int slash = name.lastIndexOf('/');
            return slash < 0 ? "" : name.substring(0, slash);
        }
    }

    /** @throws ImportRefused when it cannot be read, or is a zip that nobody sane would send */
    static PostcodeFiles in(Path path) {
        try {
            if (Files.isDirectory(path)) {
                return new PostcodeFiles(folder(path), null);
            }
            if (isZip(path)) {
                ZipFile zip = new ZipFile(path.toFile());
                try {
                    return new PostcodeFiles(entries(zip, path), zip);
                } catch (RuntimeException e) {
                    zip.close();
                    throw e;
                }
            }
            return new PostcodeFiles(List.of(file(path, path.getFileName().toString())), null);
        } catch (IOException e) {
            throw new ImportRefused(path + " cannot be read: " + e.getMessage() + ".", e);
        }
    }

    /** By name, so that the same input is always read in the same order. */
    List<Part> parts() {
        return parts;
    }

    private static boolean isZip(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            byte[] start = in.readNBytes(4);
            return start.length == 4 && start[0] == 'P' && start[1] == 'K' && start[2] < 8 && start[3] < 9;
        }
    }

    private static List<Part> folder(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder, DEEPEST)) {
            List<Path> found = files.filter(file -> isCsv(file.toString()) && Files.isRegularFile(file))
                    .sorted()
                    .limit(MOST_FILES)
                    .toList();
            return found.stream()
                    .map(file -> file(file, folder.relativize(file).toString().replace('\\', '/')))
                    .toList();
        }
    }

    private static Part file(Path file, String name) {
        return new Part(name, file.toFile().length(), () -> Files.newInputStream(file));
    }

    private static List<Part> entries(ZipFile zip, Path path) {
        if (zip.size() > MOST_FILES) {
            throw new ImportRefused(path + " holds " + zip.size() + " files, which no table of postcodes does.");
        }
        return zip.stream()
                .filter(entry -> !entry.isDirectory() && isCsv(entry.getName()))
                .sorted(Comparator.comparing(ZipEntry::getName))
                .map(entry -> new Part(
                        entry.getName(),
                        Math.max(0, entry.getSize()),
                        () -> new UnpackedStream(zip.getInputStream(entry), entry)))
                .toList();
    }

    private static boolean isCsv(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(".csv");
    }

    @Override
    public void close() {
        if (zip != null) {
            try {
                zip.close();
            } catch (IOException e) {
                throw new ImportRefused("The zip cannot be closed: " + e.getMessage() + ".", e);
            }
        }
    }
}
