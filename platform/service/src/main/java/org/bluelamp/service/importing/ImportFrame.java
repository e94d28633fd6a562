package org.bluelamp.service.importing;

import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gathers the imports of a program. */
@Configuration(proxyBeanMethods = false)
class ImportFrame {

    @Bean
    Imports imports(ObjectProvider<ImportCommand> commands, DataSource database, Clock clock) {
        return new Imports(commands.stream().toList(), database, clock);
    }
}
