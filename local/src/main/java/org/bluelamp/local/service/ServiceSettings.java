package org.bluelamp.local.service;

import java.nio.file.Path;
import java.util.Map;

/**
 * A service of ours on one machine.
 *
 * @param name for example {@code news}
 * @param module the folder of its Maven module
 * @param port on the loopback interface
 * @param environment everything it reads from its environment besides {@code PORT}
 */
public record ServiceSettings(String name, String module, int port, Map<String, String> environment) {

    /** The folders a service needs: its log's, the cache's, the checkout's. */
    public record Folders(Path run, Path cache, Path checkout) {}
}
