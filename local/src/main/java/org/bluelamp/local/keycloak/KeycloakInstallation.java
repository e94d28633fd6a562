package org.bluelamp.local.keycloak;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.bluelamp.local.LocalException;
import org.bluelamp.local.process.Java;
import org.bluelamp.local.process.OnceOnly;
import org.bluelamp.local.process.Steps;

/**
 * Keycloak's program files, unpacked from its distribution and built for PostgreSQL once.
 *
 * @param folder where they are
 */
record KeycloakInstallation(Path folder) {

    /**
     * The installation in the cache.
     *
     * @param zip the distribution, put there by Maven
     */
    static KeycloakInstallation in(Path cache, Path zip) {
        if (!Files.exists(zip)) {
            throw new LocalException(
                    "Keycloak's distribution is missing at " + zip + ": `mvn package -pl local` fetches it.");
        }
        return new KeycloakInstallation(OnceOnly.folder(cache.resolve("keycloak-" + key(zip)), folder -> {
            unpack(zip, folder);
            build(folder);
        }));
    }

    private static String key(Path zip) {
        try {
            return Long.toHexString(Files.size(zip));
        } catch (IOException e) {
            throw new LocalException("Could not read " + zip, e);
        }
    }

    private static void unpack(Path zip, Path folder) throws IOException {
        try (InputStream file = Files.newInputStream(zip);
                ZipInputStream entries = new ZipInputStream(file)) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                Path name = Path.of(entry.getName());
                if (entry.isDirectory() || name.getNameCount() < 2) {
                    continue;
                }
                // Without the outermost folder, which carries the version.
                Path target =
                        folder.resolve(name.subpath(1, name.getNameCount())).normalize();
                if (!target.startsWith(folder)) {
                    throw new IOException("An entry leads out of the folder: " + name);
                }
                Files.createDirectories(target.getParent());
                Files.copy(entries, target, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    /** Fixes the kind of database; what differs between platforms is told at the start. */
    private static void build(Path folder) {
        List<String> command = new ArrayList<>(List.of(Java.launcher(), "-Xmx512m", "-XX:+UseSerialGC"));
        command.addAll(program(folder, folder));
        command.addAll(List.of("build", "--db=postgres"));
        Steps.run("Building Keycloak", command, folder.resolve("build.log"));
    }

    /** The class path, the properties and the main class, as {@code bin/kc.sh} sets them. */
    List<String> program(Path home) {
        return program(folder, home);
    }

    private static List<String> program(Path folder, Path home) {
        return List.of(
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                "--add-opens=java.base/java.security=ALL-UNNAMED",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "--enable-native-access=ALL-UNNAMED",
                "-Dfile.encoding=UTF-8",
                "-Duser.language=en",
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                        + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Dpicocli.disable.closures=true",
                "-Dkc.home.dir=" + home,
                "-Djboss.server.config.dir=" + home.resolve("conf"),
                "-cp",
                folder.resolve("lib/quarkus-run.jar").toString(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint");
    }
}
