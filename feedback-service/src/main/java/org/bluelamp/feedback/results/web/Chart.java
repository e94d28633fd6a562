package org.bluelamp.feedback.results.web;

import java.util.List;
import org.bluelamp.feedback.submission.Typed;

/**
 * Bars as a picture in the page, made on the server. All it shows stands in the table beside it.
 *
 * @param title what it shows, for those who do not see it
 * @param bars the bars, from the top down
 */
public record Chart(String title, List<Bar> bars) {

    /** The width of the drawing, in its own units: the letters are of a bearable size on a phone. */
    public static final int WIDTH = 320;

    private static final int STEP = 44;
    private static final int LONGEST_LABEL = 40;

    public Chart {
        bars = List.copyOf(bars);
    }

    /**
     * A bar.
     *
     * @param label what it stands for
     * @param share how long it is, from 0 to 1
     * @param value what is written at its end
     */
    public record Bar(String label, double share, String value) {

        /** The label, as far as there is room. */
        public String shortLabel() {
            return Typed.beginning(label, LONGEST_LABEL);
        }

        /** How wide it is drawn; one that is not nought can be seen. */
        public int width() {
            return share <= 0 ? 0 : Math.max(2, (int) Math.round(Math.min(1, share) * (WIDTH - 60)));
        }
    }

    /** The height of the drawing. */
    public int height() {
        return bars.size() * STEP;
    }

    /** Where a bar begins, from the top. */
    public int top(int index) {
        return index * STEP;
    }
}
