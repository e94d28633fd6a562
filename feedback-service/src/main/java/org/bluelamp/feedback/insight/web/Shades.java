package org.bluelamp.feedback.insight.web;

import java.util.ArrayList;
import java.util.List;

/**
 * Steps of numbers that a map can show, each with its shade of one colour: the darker, the more, which every eye and a
 * print without colour can tell apart.
 *
 * @param steps from the least up; the first is for what is not told or nought
 */
public record Shades(List<Step> steps) {

    private static final String NOTHING = "#ffffff";
    private static final List<String> FILLS = List.of("#e3ecf8", "#b9d3f1", "#83afe3", "#4a80c4", "#1d4f91");

    public Shades {
        steps = List.copyOf(steps);
    }

    /**
     * A step.
     *
     * @param label what the key of the map says
     * @param fill the colour
     * @param most the highest number in it
     */
    public record Step(String label, String fill, int most) {}

    /**
     * Up to five even steps from the least number that is told to the highest there is.
     *
     * @param below what the key says of anything less
     */
    static Shades of(int least, int highest, String below) {
        List<Step> steps = new ArrayList<>(List.of(new Step(below, NOTHING, least - 1)));
        int numbers = highest - least + 1;
        int count = Math.clamp(numbers, 0, FILLS.size());
        int first = least;
        for (int n = 1; n <= count; n++) {
            int most = least - 1 + (int) Math.ceil((double) numbers * n / count);
            steps.add(new Step(
                    first == most ? "%,d".formatted(most) : "%,d to %,d".formatted(first, most),
                    // The highest is always the darkest.
                    FILLS.get(FILLS.size() - count + n - 1),
                    most));
            first = most + 1;
        }
        return new Shades(steps);
    }

    Step of(int number) {
        return steps.stream().filter(step -> number <= step.most()).findFirst().orElse(steps.getLast());
    }
}
