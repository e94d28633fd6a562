package org.bluelamp.feedback.opendata;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.bluelamp.feedback.results.Found;
import org.bluelamp.feedback.results.SmallGroups;
import org.bluelamp.feedback.results.Tally;
import org.jspecify.annotations.Nullable;

/**
 * What of a question is told as data: its numbers, without those from one to four and without what they could be worked out
 * from. Nought says of nobody that they answered, so it is told.
 *
 * @param found the question
 * @param withCode how many people with a code answered it
 * @param withoutCode how often it was answered without one; null when that is not told
 * @param answers its answers in their order
 */
record Published(Found found, int withCode, @Nullable Integer withoutCode, List<Answer> answers) {

    /**
     * How often one answer was given; numbers that are not told are null.
     *
     * @param points of a ranking; not told where any of the first places is not, for both come from the same ballots
     */
    record Answer(
            String answer,
            @Nullable Integer withCode,
            @Nullable Integer withoutCode,
            @Nullable Integer putFirst,
            @Nullable Long points) {}

    static Published of(Found found) {
        List<Tally> tallies = found.tallies();
        List<@Nullable Integer> withCode = told(tallies, Tally::verified);
        List<@Nullable Integer> withoutCode = told(tallies, Tally::unverified);
        List<@Nullable Integer> firsts = told(tallies, Tally::firsts);
        boolean all = !firsts.contains(null) && !withCode.contains(null);
        return new Published(
                found,
                found.verified(),
                small(found.unverified()) ? null : (Integer) found.unverified(),
                IntStream.range(0, tallies.size())
                        .mapToObj(at -> new Answer(
                                tallies.get(at).text(),
                                withCode.get(at),
                                withoutCode.get(at),
                                firsts.get(at),
                                all ? (Long) tallies.get(at).points() : null))
                        .toList());
    }

    /** A number from one to four. */
    static boolean small(int number) {
        return number > 0 && !SmallGroups.shown(number);
    }

    /**
     * The numbers in their order, small ones left out, and with them the smallest of the others until those left out are two
     * at least and sum up to a group that can be shown: else the total would give them away.
     */
    private static List<@Nullable Integer> told(List<Tally> tallies, ToIntFunction<Tally> number) {
        List<Integer> rising = IntStream.range(0, tallies.size())
                .boxed()
                .filter(at -> number.applyAsInt(tallies.get(at)) > 0)
                .sorted(Comparator.comparingInt(at -> number.applyAsInt(tallies.get(at))))
                .toList();
        List<@Nullable Integer> told = new ArrayList<>();
        tallies.forEach(tally -> told.add(number.applyAsInt(tally)));
        int leftOut = 0;
        int sum = 0;
        for (int at : rising) {
            int one = number.applyAsInt(tallies.get(at));
            if (small(one) || leftOut > 0 && (leftOut < 2 || small(sum))) {
                told.set(at, null);
                leftOut++;
                sum += one;
            }
        }
        return told;
    }
}
