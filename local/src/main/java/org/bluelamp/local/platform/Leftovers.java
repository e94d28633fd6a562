package org.bluelamp.local.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.bluelamp.local.postgres.Postgres;
import org.bluelamp.local.process.RunningProcess;
import org.bluelamp.local.rabbit.RabbitNode;

/** Parts whose supervisor was killed. Their leashes end them too; this makes sure before anything is started anew. */
public final class Leftovers {

    private static final Duration PATIENCE = Duration.ofSeconds(25);

    private Leftovers() {}

    /** Stops every part that is noted in the folder and runs: services first, then what they stand on. */
    public static List<RunningProcess> stop(Path run) {
        List<RunningProcess> left = all(run);
        left.forEach(process -> {
            process.stop(PATIENCE);
            RunningProcess.forget(run, process.name());
        });
        return left;
    }

    private static List<RunningProcess> all(Path run) {
        if (!Files.isDirectory(run)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(run)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".pid") && !name.equals(PlatformFolder.SUPERVISOR + ".pid"))
                    .map(name -> name.substring(0, name.length() - ".pid".length()))
                    .flatMap(name -> RunningProcess.find(run, name).stream())
                    .sorted(Comparator.comparing(process -> depth(process.name())))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int depth(String name) {
        return switch (name) {
            case Postgres.NAME -> 3;
            case RabbitNode.EPMD -> 2;
            case RabbitNode.NAME -> 1;
            default -> 0;
        };
    }
}
