package org.bluelamp.local.postgres;

import java.nio.file.Path;

/**
 * Where a PostgreSQL server lives and how it treats its data.
 *
 * @param data the data folder, created when missing
 * @param run the folder for its log and process id
 * @param cache the folder where program files are unpacked
 * @param port on the loopback interface
 * @param password of the superuser {@code postgres}; taken when the data folder is created
 * @param durable whether a commit survives a power cut; tests do without, being several times faster
 */
public record PostgresSettings(Path data, Path run, Path cache, int port, String password, boolean durable) {}
