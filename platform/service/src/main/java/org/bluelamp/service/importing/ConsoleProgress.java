package org.bluelamp.service.importing;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Shows how an import gets on: on a terminal as a bar that is drawn again and again, elsewhere (in a log) as a line for
 * each stage and one now and then in between. The first skipped rows and notes are shown, all go into the report.
 */
final class ConsoleProgress implements Progress {

    /** So many skipped rows are shown; who has more of them opens the report. */
    static final int SHOWN = 20;

    private static final long NOTES_SHOWN = 100;
    private static final String CLEAR_LINE = "\r\u001b[K";
    private static final int BAR = 30;
    private static final Duration REDRAW = Duration.ofMillis(200);
    private static final Duration REPEAT = Duration.ofSeconds(10);

    private final PrintStream out;
    private final boolean terminal;
    private final ReportFile report;
    private final List<String> firstSkipped = new ArrayList<>();
    private String stage = "";
    private long total;
    private long soFar;
    private long began;
    private long shown;
    private long skipped;
    private long notes;

    ConsoleProgress(PrintStream out, boolean terminal, ReportFile report) {
        this.out = out;
        this.terminal = terminal;
        this.report = report;
    }

    @Override
    public void stage(String what, long howMuch) {
        finish();
        stage = printable(what);
        total = howMuch;
        soFar = 0;
        began = System.nanoTime();
        shown = began;
        if (terminal) {
            draw();
        } else {
            out.println(stage);
        }
    }

    @Override
    public void done(long howMuch) {
        soFar = howMuch;
        long now = System.nanoTime();
        if (now - shown >= (terminal ? REDRAW : REPEAT).toNanos()) {
            shown = now;
            if (terminal) {
                draw();
            } else {
                out.println(stage + ": " + howFar());
            }
        }
    }

    @Override
    public void skipped(String where, String reason) {
        skipped++;
        String line = printable(where + ": " + reason);
        if (firstSkipped.size() < SHOWN) {
            firstSkipped.add(line);
        }
        report.line("Skipped, " + line);
    }

    @Override
    public void note(String line) {
        notes++;
        String printable = printable(line);
        report.line(printable);
        if (notes <= NOTES_SHOWN) {
            out.println((terminal ? CLEAR_LINE : "") + "  " + printable);
        } else if (notes == NOTES_SHOWN + 1) {
            out.println((terminal ? CLEAR_LINE : "") + "  and more, all in the report");
        }
    }

    /** The last stage has ended. */
    void finish() {
        if (stage.isEmpty()) {
            return;
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        out.printf(Locale.ROOT, "%s%s: %.1f s%n", terminal ? CLEAR_LINE : "", stage, seconds);
        stage = "";
    }

    long skipped() {
        return skipped;
    }

    List<String> firstSkipped() {
        return firstSkipped;
    }

    private void draw() {
        out.print(CLEAR_LINE + stage + " ");
        if (total > 0) {
            int filled = (int) (BAR * Math.min(soFar, total) / total);
            out.print("[" + "#".repeat(filled) + "-".repeat(BAR - filled) + "] ");
        }
        out.print(howFar());
        out.flush();
    }

    private String howFar() {
        return total > 0
                ? 100 * Math.min(soFar, total) / total + " %"
                : soFar == 0 ? "" : String.format(Locale.UK, "%,d", soFar);
    }

    /** What comes from a file must not steer the terminal it is shown on. */
    private static String printable(String text) {
        return text.codePoints()
                .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? '?' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
