package org.bluelamp.local.part;

import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.function.Supplier;
import org.bluelamp.local.process.Launch;

/**
 * What a part of one process is made of.
 *
 * @param name what people call it
 * @param port the one it serves
 * @param needs the parts that have to be ready before it starts
 * @param launch does what has to be done before (unpacking, building) and tells how to start it
 * @param readiness answers 200 when it can do its work
 * @param limit how long that may take
 */
public record Program(
        String name, int port, Set<String> needs, Supplier<Launch> launch, URI readiness, Duration limit) {

    public Program {
        needs = Set.copyOf(needs);
    }
}
