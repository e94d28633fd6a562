package org.bluelamp.local.command;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.bluelamp.local.part.Progress;
import org.bluelamp.local.process.ChildProcess;

/**
 * A line for each part when it is ready, with its time. On a terminal a last line, rewritten every second, says what is
 * still being started.
 */
final class ConsoleProgress implements Progress {

    private static final String CLEAR_LINE = "\r\u001b[K";

    private final PrintStream out;
    private final boolean terminal;
    private final Map<String, Long> starting = new TreeMap<>();
    private boolean finished;

    ConsoleProgress(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
        if (terminal) {
            Thread.ofPlatform().daemon().name("progress").start(this::tick);
        }
    }

    @Override
    public synchronized void starting(String part) {
        starting.put(part, System.nanoTime());
    }

    @Override
    public synchronized void ready(String part, Duration took) {
        starting.remove(part);
        line(String.format(Locale.ROOT, "  %-10s %6.1f s", part, took.toMillis() / 1000.0));
    }

    @Override
    public synchronized void stopped(String part) {
        line(String.format(Locale.ROOT, "  %-10s stopped", part));
    }

    @Override
    public synchronized void died(String part, ChildProcess process) {
        line("  " + part + " has ended with exit code " + process.exitCode() + "; see " + process.log()
                + ". `bluelamp restart " + part + "` starts it again.");
    }

    /** Nothing is being started any more. */
    synchronized void finish() {
        if (terminal && !finished) {
            out.print(CLEAR_LINE);
        }
        finished = true;
    }

    private void line(String text) {
        out.println(terminal && !finished ? CLEAR_LINE + text : text);
    }

    private void tick() {
        while (true) {
            synchronized (this) {
                if (finished) {
                    return;
                }
                if (!starting.isEmpty()) {
                    out.print(CLEAR_LINE + "  starting " + waitingFor());
                    out.flush();
                }
            }
            try {
                Thread.sleep(1_000);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private String waitingFor() {
        long now = System.nanoTime();
        return starting.entrySet().stream()
                .map(entry -> entry.getKey() + " " + (now - entry.getValue()) / 1_000_000_000L + " s")
                .collect(Collectors.joining(", "));
    }
}
