package org.bluelamp.local.postgres;

import java.nio.file.Path;

/**
 * Where a PostgreSQL server lives and how it treats its data.
 *
 * @param data the data folder, created when missing
 * @param log the file for the server's output
 * @param port on the loopback interface
 * @param password of the superuser {@code postgres}; taken when the data folder is created
 * @param durable whether a commit survives a power cut; tests do without, being several times faster
 */
public record PostgresSettings(Path data, Path log, int port, String password, boolean durable) {}
