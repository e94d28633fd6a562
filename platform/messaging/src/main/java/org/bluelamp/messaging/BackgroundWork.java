package org.bluelamp.messaging;

import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/**
 * Work on a thread of its own that begins with the service and may be broken off at any moment. What must bring its
 * work in hand to an end first, as the relay does, stops in its own way.
 */
public abstract class BackgroundWork implements SmartLifecycle {

    private final String name;
    private @Nullable Thread thread;

    /** @param name the thread's name in logs */
    protected BackgroundWork(String name) {
        this.name = name;
    }

    /**
     * Does the work until it is done, or for ever.
     *
     * @throws InterruptedException when the service stops
     */
    protected abstract void work() throws InterruptedException;

    @Override
    public final synchronized void start() {
        thread = Thread.ofVirtual().name(name).start(this::run);
    }

    @Override
    public final synchronized void stop() {
        if (thread != null) {
            thread.interrupt();
            thread = null;
        }
    }

    @Override
    public final synchronized boolean isRunning() {
        return thread != null;
    }

    private void run() {
        try {
            work();
        } catch (InterruptedException e) {
            // The service stops.
        }
    }
}
