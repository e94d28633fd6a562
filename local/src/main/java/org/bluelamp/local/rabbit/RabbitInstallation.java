package org.bluelamp.local.rabbit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bluelamp.local.LocalException;

/**
 * Where the machine has RabbitMQ and Erlang's name server.
 *
 * @param scripts the folder of {@code rabbitmq-server} and {@code rabbitmqctl} themselves, not of the wrappers that
 *     distributions put on the path, which change the user
 * @param epmd Erlang's port mapper
 */
record RabbitInstallation(Path scripts, Path epmd) {

    static final String MISSING = "RabbitMQ is not installed: install it, for example with "
            + "`sudo apt-get install --no-install-recommends rabbitmq-server` or `brew install rabbitmq`.";

    /** @throws LocalException when RabbitMQ is not installed */
    static RabbitInstallation find() {
        Path scripts = scriptFolders()
                .filter(folder -> Files.isExecutable(folder.resolve("rabbitmq-server"))
                        && Files.isExecutable(folder.resolve("rabbitmqctl")))
                .findFirst()
                .orElseThrow(() -> new LocalException(MISSING));
        Path epmd = epmdCandidates()
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new LocalException("RabbitMQ is installed, but Erlang's `epmd` was not found."));
        return new RabbitInstallation(scripts, epmd);
    }

    private static Stream<Path> scriptFolders() {
        List<Path> folders = new ArrayList<>();
        Optional.ofNullable(System.getenv("RABBITMQ_SERVER_HOME"))
                .ifPresent(home -> folders.add(Path.of(home).resolve("sbin")));
        folders.add(Path.of("/usr/lib/rabbitmq/bin"));
        folders.addAll(versions(Path.of("/usr/lib/rabbitmq/lib"), "rabbitmq_server-", "sbin"));
        folders.add(Path.of("/opt/rabbitmq/sbin"));
        folders.add(Path.of("/opt/homebrew/opt/rabbitmq/sbin"));
        folders.add(Path.of("/usr/local/opt/rabbitmq/sbin"));
        return folders.stream();
    }

    private static Stream<Path> epmdCandidates() {
        List<Path> candidates = new ArrayList<>();
        Stream.of(Optional.ofNullable(System.getenv("PATH")).orElse("").split(":"))
                .filter(folder -> !folder.isBlank())
                .forEach(folder -> candidates.add(Path.of(folder).resolve("epmd")));
        candidates.addAll(versions(Path.of("/usr/lib/erlang"), "erts-", "bin/epmd"));
        candidates.addAll(versions(Path.of("/usr/lib64/erlang"), "erts-", "bin/epmd"));
        candidates.addAll(versions(Path.of("/usr/local/lib/erlang"), "erts-", "bin/epmd"));
        candidates.add(Path.of("/opt/homebrew/bin/epmd"));
        return candidates.stream();
    }

    private static List<Path> versions(Path folder, String prefix, String below) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(entry -> entry.getFileName().toString().startsWith(prefix))
                    .sorted(Comparator.reverseOrder())
                    .map(entry -> entry.resolve(below))
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }
}
