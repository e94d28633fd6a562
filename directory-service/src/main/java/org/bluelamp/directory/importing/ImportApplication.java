package org.bluelamp.directory.importing;

import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.bluelamp.messaging.EventHandler;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.stereotype.Controller;

/**
 * The directory without its web server, its listeners and its demo data: what {@code java -jar directory-service.jar
 * import NAME ...} starts. It uses the same database and the same registers as the service that may run beside it.
 *
 * <p>It is no {@code @Configuration}, so that the service, which looks for those in this package too, passes it by.
 */
@DatabaseOnly
@ConfigurationPropertiesScan(ImportApplication.DIRECTORY)
@ComponentScan(
        basePackages = ImportApplication.DIRECTORY,
        excludeFilters = {
            @Filter(
                    type = FilterType.ANNOTATION,
                    classes = {Controller.class, Configuration.class}),
            @Filter(
                    type = FilterType.ASSIGNABLE_TYPE,
                    classes = {ApplicationRunner.class, EventHandler.class}),
            @Filter(type = FilterType.REGEX, pattern = ".*\\.web\\..*")
        })
public final class ImportApplication {

    /** The first argument of the jar that asks for this instead of the service. */
    public static final String WORD = "import";

    static final String DIRECTORY = "org.bluelamp.directory";

    private static final String REPORTS = "bluelamp.import.reports";

    private ImportApplication() {}

    @Bean
    static Imports imports(ObjectProvider<ImportCommand> commands, DataSource database, Clock clock) {
        return new Imports(commands.stream().toList(), database, clock);
    }

    /** Runs an import and returns the exit code for the process. */
    public static int run(List<String> words) {
        boolean terminal = System.console() != null && System.console().isTerminal();
        return run(words, System.out, terminal, Map.of());
    }

    static int run(List<String> words, PrintStream out, boolean terminal, Map<String, Object> settings) {
        Map<String, Object> properties = new HashMap<>(Map.of(
                "logging.level.root", "warn",
                // Its failures are told below, in one line.
                "logging.level.org.springframework", "error",
                "logging.level.org.springframework.boot.SpringApplication", "off",
                "logging.level.org.springframework.boot.diagnostics", "off",
                "logging.level.com.zaxxer.hikari", "off",
                "spring.flyway.enabled", !Imports.askForHelp(words)));
        properties.putAll(settings);
        SpringApplication application = new SpringApplication(ImportApplication.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setBannerMode(Banner.Mode.OFF);
        application.setLogStartupInfo(false);
        application.setDefaultProperties(properties);
        try (ConfigurableApplicationContext context = application.run()) {
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
                return "The directory's database does not answer: " + sql.getMessage();
            }
            last = cause.toString();
        }
        return "The import could not start: " + last;
    }
}
