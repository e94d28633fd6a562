package org.bluelamp.service.importing;

import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Runs a service's imports in a process of their own: what {@code java -jar SERVICE.jar import NAME ...} starts. The
 * service's application for it is marked {@link DatabaseOnly} and holds its {@link ImportCommand}s; it uses the same
 * database as the service that may run beside it.
 */
public final class ImportProgram {

    /** The first argument of a service's jar that asks for this instead of the service. */
    public static final String WORD = "import";

    private static final String REPORTS = "bluelamp.import.reports";

    private ImportProgram() {}

    /**
     * Runs an import, shown on the terminal this process has.
     *
     * @param application marked {@link DatabaseOnly}
     * @return the exit code for the process
     */
    public static int run(Class<?> application, List<String> words) {
        boolean terminal = System.console() != null && System.console().isTerminal();
        return run(application, words, System.out, terminal, Map.of());
    }

    /**
     * Runs an import.
     *
     * @param application marked {@link DatabaseOnly}
     * @param terminal whether somebody looks at the output now
     * @param settings in the place of what the environment says
     * @return the exit code for the process
     */
    public static int run(
            Class<?> application, List<String> words, PrintStream out, boolean terminal, Map<String, Object> settings) {
        Map<String, Object> properties = new HashMap<>(Map.of(
                "logging.level.root", "warn",
                // Its failures are told below, in one line.
                "logging.level.org.springframework", "error",
                "logging.level.org.springframework.boot.SpringApplication", "off",
                "logging.level.org.springframework.boot.diagnostics", "off",
                "logging.level.com.zaxxer.hikari", "off",
                "spring.flyway.enabled", !Imports.askForHelp(words)));
        properties.putAll(settings);
        SpringApplication program = new SpringApplication(application);
        program.setWebApplicationType(WebApplicationType.NONE);
        program.setBannerMode(Banner.Mode.OFF);
        program.setLogStartupInfo(false);
        program.setDefaultProperties(properties);
        try (ConfigurableApplicationContext context = program.run()) {
            Path reports =
                    Path.of(context.getEnvironment().getProperty(REPORTS, System.getProperty("java.io.tmpdir", ".")));
            return context.getBean(Imports.class).run(words, out, terminal, reports);
        } catch (RuntimeException e) {
            out.println(reason(e));
            return Imports.REFUSED;
        }
    }

    private static String reason(Throwable failure) {
        String last = failure.toString();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql
                    && sql.getSQLState() != null
                    && sql.getSQLState().startsWith("08")) {
                return "The service's database does not answer: " + sql.getMessage();
            }
            last = cause.toString();
        }
        return "The import could not start: " + last;
    }
}
