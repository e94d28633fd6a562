package org.bluelamp.local.process;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.bluelamp.local.LocalException;

/** Waits until a part that was started can do its work. */
public final class Await {

    private static final long PAUSE_MILLIS = 100;

    private Await() {}

    /**
     * Waits until the part is ready.
     *
     * @throws LocalException when the process ended, or was not ready in time
     */
    public static void ready(String name, ChildProcess process, Duration limit, BooleanSupplier ready) {
        long end = System.nanoTime() + limit.toNanos();
        while (!ready.getAsBoolean()) {
            if (!process.isAlive()) {
                throw new LocalException(
                        name + " ended with exit code " + process.exitCode() + " while starting; see " + process.log());
            }
            if (System.nanoTime() > end) {
                throw new LocalException(
                        name + " was not ready after " + limit.toSeconds() + " s; see " + process.log());
            }
            try {
                Thread.sleep(PAUSE_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new LocalException("Interrupted while waiting for " + name, e);
            }
        }
    }
}
