package org.bluelamp.messaging.schema;

/**
 * A database schema that a platform module brings into every service, with its own migrations and its own history. A
 * bean of this type is migrated before the service's own migrations, so that these may refer to it.
 *
 * @param name the schema, created when missing
 * @param location where its migrations are, for example {@code classpath:db/messaging}
 */
public record ModuleSchema(String name, String location) {}
