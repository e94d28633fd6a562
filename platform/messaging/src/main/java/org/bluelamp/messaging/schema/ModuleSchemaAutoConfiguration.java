package org.bluelamp.messaging.schema;

import java.util.List;
import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;

/** Migrates the schemas of platform modules, then the service's own. */
@AutoConfiguration(before = FlywayAutoConfiguration.class)
class ModuleSchemaAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    FlywayMigrationStrategy moduleSchemasFirst(ObjectProvider<ModuleSchema> schemas) {
        List<ModuleSchema> modules = schemas.orderedStream().toList();
        return service -> {
            for (ModuleSchema module : modules) {
                Flyway.configure(service.getConfiguration().getClassLoader())
                        .dataSource(service.getConfiguration().getDataSource())
                        .schemas(module.name())
                        .defaultSchema(module.name())
                        .locations(module.location())
                        .load()
                        .migrate();
            }
            service.migrate();
        };
    }
}
