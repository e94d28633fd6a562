package org.bluelamp.directory.importing;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import org.bluelamp.messaging.EventHandler;
import org.bluelamp.service.importing.DatabaseOnly;
import org.bluelamp.service.importing.ImportProgram;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
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

    static final String DIRECTORY = "org.bluelamp.directory";

    private ImportApplication() {}

    /** Runs an import and returns the exit code for the process. */
    public static int run(List<String> words) {
        return ImportProgram.run(ImportApplication.class, words);
    }

    static int run(List<String> words, PrintStream out, boolean terminal, Map<String, Object> settings) {
        return ImportProgram.run(ImportApplication.class, words, out, terminal, settings);
    }
}
