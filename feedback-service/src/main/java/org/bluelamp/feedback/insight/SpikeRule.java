package org.bluelamp.feedback.insight;

/**
 * When a number of concerns has risen so suddenly that a person should look: when there are at least {@value #FEWEST}
 * in a week, and so many or more would come by chance, at the pace of the {@value #WEEKS} weeks before, in fewer than one
 * of {@value #ONE_IN} weeks. Chance is that of Poisson, for things that come one by one and apart. ADR 0226.
 */
final class SpikeRule {

    /** Fewer in a week are no rise, whatever was before. */
    static final int FEWEST = 5;

    /** With how many weeks before it is compared. */
    static final int WEEKS = 8;

    /** In how many weeks it would happen once by chance. */
    static final int ONE_IN = 10_000;

    /** A pace is never taken for slower than one in four weeks: two months without a concern do not promise none. */
    private static final double SLOWEST = 0.25;

    private SpikeRule() {}

    /** Whether a week stands out from what came in the weeks before. */
    static boolean standsOut(int week, int before) {
        return week >= FEWEST && chance(week, before) * ONE_IN < 1;
    }

    /** How likely so many or more in a week are by chance, from 0 to 1. */
    static double chance(int week, int before) {
        double pace = Math.max(SLOWEST, (double) before / WEEKS);
        if (week <= pace) {
            // Not in the tail at all: the sum below would begin before the top.
            return 1;
        }
        double term = -pace + week * Math.log(pace);
        for (int n = 2; n <= week; n++) {
            term -= Math.log(n);
        }
        double likely = Math.exp(term);
        double sum = 0;
        for (int n = week; likely > sum * 1e-12; n++) {
            sum += likely;
            likely *= pace / (n + 1);
        }
        return Math.min(1, sum);
    }
}
