package org.bluelamp.benchmarks.lookups;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.bluelamp.benchmarks.pages.TimesInside;
import org.bluelamp.benchmarks.stage.ServiceAlone;
import org.bluelamp.local.LocalException;

/** The directory service alone, with {@link InsideDirectory} inside where that is wanted. */
public final class DirectoryAlone implements AutoCloseable {

    /** Its class is not touched here: it is of the libraries that only the service has. */
    private static final String INSIDE = "org.bluelamp.benchmarks.lookups.InsideDirectory";

    private final Path report;
    private final ServiceAlone service;

    /** Starts the database; the service is started by one of the methods. */
    public DirectoryAlone(Path folder) {
        this.report = folder.toAbsolutePath().resolve("inside.properties");
        this.service = new ServiceAlone(folder, "directory", Map.of("BLUELAMP_FORCE", Country.HOME));
    }

    /** The service and its database. */
    public ServiceAlone service() {
        return service;
    }

    /** Starts the service as it is and stops it again: its tables are there then. */
    public void makeTables() {
        serve();
        service.stop();
    }

    /** Starts the service as it is. */
    public void serve() {
        service.start(List.of(), List.of());
    }

    /** Starts the service with {@link InsideDirectory} and {@link TimesInside} inside. */
    void start() {
        service.start(
                List.of("-D" + InsideDirectory.REPORT + "=" + report),
                List.of("--spring.main.sources=" + INSIDE + "," + TimesInside.NAME));
    }

    /** What {@link InsideDirectory} found; waits for it. */
    Properties found() throws IOException {
        service.await(() -> Files.exists(report));
        Properties found = new Properties();
        try (Reader reader = Files.newBufferedReader(report)) {
            found.load(reader);
        }
        String failed = found.getProperty("failed");
        if (failed != null) {
            throw new LocalException("Measuring inside the directory failed: " + failed);
        }
        return found;
    }

    @Override
    public void close() {
        service.close();
    }
}
