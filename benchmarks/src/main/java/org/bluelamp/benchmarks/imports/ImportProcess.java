package org.bluelamp.benchmarks.imports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bluelamp.local.Cache;
import org.bluelamp.local.Checkout;
import org.bluelamp.local.service.Service;
import org.bluelamp.local.service.ServiceSettings;

/** Runs an import beside the service as {@code bluelamp import} does, and looks at it from outside. */
final class ImportProcess {

    private static final Pattern MOST_RESIDENT = Pattern.compile("VmHWM:\\s+(\\d+) kB");
    private static final Duration LOOK_EVERY = Duration.ofMillis(50);

    private final ServiceSettings settings;
    private final ServiceSettings.Folders folders;

    ImportProcess(ServiceSettings settings, Path run) {
        this.settings = settings;
        this.folders = new ServiceSettings.Folders(run, Cache.folder(), Checkout.folder());
    }

    /**
     * How it went.
     *
     * @param exit code
     * @param output its last lines
     * @param took from the start of the JVM to its end
     * @param worked time of processors that it used; without that of PostgreSQL
     * @param mostBytes it held resident at any moment; 0 where the system does not tell
     */
    record Run(int exit, String output, Duration took, Duration worked, long mostBytes) {}

    Run run(Path log, List<String> words) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(Service.importing(settings, folders, words))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().putAll(settings.environment());
        long begin = System.nanoTime();
        Process process = builder.start();
        long most = 0;
        Duration worked = Duration.ZERO;
        while (!process.waitFor(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
            most = Math.max(most, mostResident(process.pid()));
            worked = process.info().totalCpuDuration().orElse(worked);
        }
        Duration took = Duration.ofNanos(System.nanoTime() - begin);
        return new Run(process.exitValue(), Files.readString(log), took, worked, most);
    }

    private static long mostResident(long pid) {
        try {
            Matcher matcher = MOST_RESIDENT.matcher(Files.readString(Path.of("/proc/" + pid + "/status")));
            return matcher.find() ? Long.parseLong(matcher.group(1)) * 1024 : 0;
        } catch (IOException e) {
            return 0;
        }
    }
}
