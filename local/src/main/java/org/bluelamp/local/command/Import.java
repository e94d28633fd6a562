package org.bluelamp.local.command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bluelamp.local.Cache;
import org.bluelamp.local.Checkout;
import org.bluelamp.local.LocalException;
import org.bluelamp.local.part.Progress;
import org.bluelamp.local.platform.LocalPlatform;
import org.bluelamp.local.platform.PlatformFolder;
import org.bluelamp.local.platform.PlatformOptions;
import org.bluelamp.local.platform.PlatformPorts;
import org.bluelamp.local.postgres.Postgres;
import org.bluelamp.local.process.AheadCache;
import org.bluelamp.local.process.RunningProcess;
import org.bluelamp.local.service.Service;
import org.bluelamp.local.service.ServiceSettings;

/**
 * Runs one of a service's imports beside a running platform, in this terminal and its folder, with the database and the
 * password of the part. What begins with "subscribers" is of alerts, all else of the directory.
 */
final class Import {

    private static final String ALERTS = "alerts";
    private static final String DIRECTORY = "directory";

    private final PlatformFolder folder;
    private final Map<String, String> environment;

    Import(PlatformFolder folder, Map<String, String> environment) {
        this.folder = folder;
        this.environment = environment;
    }

    /** The exit code is that of the import. */
    int run(List<String> words) {
        Optional<RunningProcess> postgres = RunningProcess.find(folder.run(), Postgres.NAME);
        if (postgres.isEmpty() && !asksForHelp(words)) {
            throw new LocalException(
                    "PostgreSQL does not run: start the platform with `bluelamp up`, and import from another terminal.");
        }
        String part = !words.isEmpty() && words.getFirst().startsWith("subscribers") ? ALERTS : DIRECTORY;
        ServiceSettings service = LocalPlatform.settings(options(), part);
        List<String> arguments = new ArrayList<>(List.of("import"));
        arguments.addAll(words);
        ProcessBuilder process = new ProcessBuilder(Service.importing(service, folders(), arguments)).inheritIO();
        process.environment().putAll(service.environment());
        // Where it really runs, whatever ports this terminal's variables say.
        postgres.ifPresent(running -> process.environment()
                .put("DATABASE_URL", "jdbc:postgresql://127.0.0.1:" + running.port() + "/" + part));
        return waitFor(process);
    }

    private static boolean asksForHelp(List<String> words) {
        return words.isEmpty() || words.contains("--help") || words.getFirst().equals("help");
    }

    private PlatformOptions options() {
        return new PlatformOptions(
                folder,
                PlatformPorts.usual(environment),
                Cache.folder(),
                Checkout.folder(),
                false,
                AheadCache.Use.USE,
                Set.of(),
                Map.of(),
                Progress.silent());
    }

    private ServiceSettings.Folders folders() {
        return new ServiceSettings.Folders(folder.run(), Cache.folder(), Checkout.folder());
    }

    private static int waitFor(ProcessBuilder process) {
        try {
            return process.start().waitFor();
        } catch (IOException e) {
            throw new LocalException("The import could not be started: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Main.FAILED;
        }
    }
}
