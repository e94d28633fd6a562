package org.bluelamp.local.part;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.bluelamp.local.LocalException;
import org.bluelamp.local.process.ChildProcess;
import org.jspecify.annotations.Nullable;

/**
 * Starts parts as soon as what they need is ready, watches them, and stops them in reverse order. Either all parts start
 * or none stays.
 */
public final class Supervisor {

    private final Map<String, Part> parts = new LinkedHashMap<>();
    private final Semaphore seats;
    private final Progress progress;
    private final ReentrantLock stopping = new ReentrantLock();
    private volatile boolean closing;
    private @Nullable ExecutorService starters;

    /**
     * Supervises parts.
     *
     * @param parts in the order in which to start them where needs leave a choice
     * @param atOnce how many may start at the same time
     */
    public Supervisor(List<Part> parts, int atOnce, Progress progress) {
        parts.forEach(part -> this.parts.put(part.name(), part));
        this.seats = new Semaphore(atOnce, true);
        this.progress = progress;
    }

    /**
     * Starts all parts.
     *
     * @throws LocalException the first failure, after everything was stopped again
     */
    public void startAll() {
        ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
        synchronized (this) {
            if (closing) {
                throw new LocalException("The platform was stopped while it started.");
            }
            starters = executor;
        }
        Map<String, CompletableFuture<Void>> ready =
                parts.keySet().stream().collect(Collectors.toMap(name -> name, name -> new CompletableFuture<>()));
        List<Future<?>> running = new ArrayList<>();
        CompletableFuture<Void> failure = new CompletableFuture<>();
        for (Part part : parts.values()) {
            running.add(executor.submit(() -> {
                try {
                    part.needs().forEach(need -> need(ready, need).join());
                    startInTurn(part);
                    need(ready, part.name()).complete(null);
                } catch (CompletionException e) {
                    // What it needs has failed and says so itself.
                    need(ready, part.name()).completeExceptionally(e);
                } catch (RuntimeException e) {
                    failure.completeExceptionally(e);
                    need(ready, part.name()).completeExceptionally(e);
                }
            }));
        }
        CompletableFuture<Void> all = CompletableFuture.allOf(ready.values().toArray(CompletableFuture[]::new));
        try {
            CompletableFuture.anyOf(all, failure).join();
        } catch (CompletionException e) {
            stopAll();
            throw failure.isCompletedExceptionally() ? asLocal(failure.exceptionNow()) : asLocal(e.getCause());
        }
    }

    private static CompletableFuture<Void> need(Map<String, CompletableFuture<Void>> ready, String name) {
        CompletableFuture<Void> future = ready.get(name);
        if (future == null) {
            throw new IllegalArgumentException("A part needs " + name + ", which there is not");
        }
        return future;
    }

    private static LocalException asLocal(@Nullable Throwable failure) {
        return failure instanceof LocalException local
                ? local
                : new LocalException("A part did not start: " + failure, failure);
    }

    private void startInTurn(Part part) {
        try {
            seats.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalException("Stopped before " + part.name() + " was started", e);
        }
        try {
            start(part);
        } finally {
            seats.release();
        }
    }

    private void start(Part part) {
        if (closing) {
            throw new LocalException("Stopped before " + part.name() + " was started");
        }
        long begin = System.nanoTime();
        progress.starting(part.name());
        part.start();
        watch(part);
        progress.ready(part.name(), Duration.ofNanos(System.nanoTime() - begin));
    }

    private void watch(Part part) {
        for (ChildProcess process : part.processes()) {
            process.onExit().thenAccept(ended -> {
                if (!ended.wasAskedToEnd() && !closing) {
                    progress.died(part.name(), ended);
                }
            });
        }
    }

    /** Stops everything, the last first; returns when nothing runs any more. */
    public void stopAll() {
        ExecutorService executor;
        synchronized (this) {
            closing = true;
            executor = starters;
        }
        // A failed start and Ctrl-C may both come here; the second waits for the first.
        stopping.lock();
        try {
            stopAll(executor);
        } finally {
            stopping.unlock();
        }
    }

    private void stopAll(@Nullable ExecutorService executor) {
        if (executor != null) {
            // Parts that are still starting give up and stop themselves.
            executor.shutdownNow();
            executor.close();
        }
        stopInWaves(List.copyOf(parts.values()));
    }

    /** Together those that no other still needs, then the next. */
    private void stopInWaves(List<Part> remaining) {
        Set<String> needed =
                remaining.stream().flatMap(part -> part.needs().stream()).collect(Collectors.toSet());
        List<Part> wave =
                remaining.stream().filter(part -> !needed.contains(part.name())).toList();
        try (ExecutorService stoppers = Executors.newVirtualThreadPerTaskExecutor()) {
            wave.forEach(part -> stoppers.submit(() -> stop(part)));
        }
        List<Part> rest =
                remaining.stream().filter(part -> needed.contains(part.name())).toList();
        if (!rest.isEmpty()) {
            stopInWaves(rest);
        }
    }

    private void stop(Part part) {
        boolean ran = isRunning(part);
        part.stop();
        if (ran) {
            progress.stopped(part.name());
        }
    }

    /** Starts one part. */
    public void start(String name) {
        start(part(name));
    }

    /** Stops one part; the others go on. */
    public void stop(String name) {
        stop(part(name));
    }

    /** Ends one part's processes at once, as a crash would. */
    public void kill(String name) {
        part(name).processes().forEach(ChildProcess::kill);
    }

    /** Whether all processes of the part run. */
    public boolean isRunning(String name) {
        return isRunning(part(name));
    }

    private static boolean isRunning(Part part) {
        return !part.processes().isEmpty() && part.processes().stream().allMatch(ChildProcess::isAlive);
    }

    /** The names of the parts, in order. */
    public List<String> names() {
        return List.copyOf(parts.keySet());
    }

    private Part part(String name) {
        Part part = parts.get(name);
        if (part == null) {
            throw new LocalException(
                    "There is no part " + name + "; the parts are " + String.join(", ", names()) + ".");
        }
        return part;
    }
}
