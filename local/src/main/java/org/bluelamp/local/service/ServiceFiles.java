package org.bluelamp.local.service;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.bluelamp.local.LocalException;
import org.bluelamp.local.process.Java;
import org.bluelamp.local.process.OnceOnly;
import org.bluelamp.local.process.Steps;
import org.bluelamp.local.process.Trees;

/**
 * A service's jar, unpacked: libraries beside a small jar start faster than jars inside a jar, and their classes can be
 * loaded ahead.
 *
 * @param folder where they are
 * @param jar the small jar to run
 */
record ServiceFiles(Path folder, Path jar) {

    /** Those of the last builds; an older one may still be running somewhere. */
    private static final int KEPT_BUILDS = 3;

    /** The files of the module's present build. */
    static ServiceFiles of(String module, Path checkout, Path cache) {
        Path jar = checkout.resolve(module).resolve("target").resolve(module + "-1.0.0-SNAPSHOT.jar");
        if (!Files.exists(jar)) {
            throw new LocalException(jar + " is missing: build it, for example with `mvn package -DskipTests`.");
        }
        Path builds = cache.resolve("services").resolve(module);
        Path build = OnceOnly.folder(builds.resolve(key(jar)), folder -> {
            Steps.run(
                    "Unpacking " + module,
                    List.of(
                            Java.launcher(),
                            "-XX:TieredStopAtLevel=1",
                            "-Djarmode=tools",
                            "-jar",
                            jar.toString(),
                            "extract",
                            "--force",
                            "--destination",
                            folder.toString()),
                    folder.resolve("extract.log"));
            forgetOld(builds);
        });
        return new ServiceFiles(build, build.resolve(jar.getFileName()));
    }

    /** A digest of what is in the jar. Its time says nothing: builds are reproducible, so it is always the same. */
    private static String key(Path jar) {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            zip.stream()
                    .map(entry -> entry.getName() + ' ' + entry.getCrc() + '\n')
                    .forEach(line -> digest.update(line.getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest(), 0, 8);
        } catch (IOException e) {
            throw new LocalException("Could not read " + jar + ": " + e.getMessage(), e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private static void forgetOld(Path builds) throws IOException {
        List<Path> old;
        try (Stream<Path> folders = Files.list(builds)) {
            old = folders.filter(Files::isDirectory)
                    .sorted(Comparator.comparing(ServiceFiles::modified).reversed())
                    .skip(KEPT_BUILDS)
                    .toList();
        }
        for (Path folder : old) {
            Trees.delete(folder);
            Files.deleteIfExists(folder.resolveSibling(folder.getFileName() + ".lock"));
        }
    }

    private static FileTime modified(Path path) {
        try {
            return Files.getLastModifiedTime(path);
        } catch (IOException e) {
            return FileTime.fromMillis(0);
        }
    }
}
