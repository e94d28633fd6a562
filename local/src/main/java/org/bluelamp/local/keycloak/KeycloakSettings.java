package org.bluelamp.local.keycloak;

import java.nio.file.Path;
import java.util.Map;

/**
 * Where a Keycloak lives.
 *
 * @param home its own folder: imports, transaction logs
 * @param run the folder for its log and process id
 * @param cache the folder where program files are unpacked
 * @param checkout where the realm and the distribution are
 * @param port on the loopback interface
 * @param databaseUrl JDBC address
 * @param databaseUser its owner
 * @param databasePassword of the owner
 * @param placeholders variables that the realm's file names
 */
public record KeycloakSettings(
        Path home,
        Path run,
        Path cache,
        Path checkout,
        int port,
        String databaseUrl,
        String databaseUser,
        String databasePassword,
        Map<String, String> placeholders) {}
