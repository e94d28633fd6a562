package org.bluelamp.directory.scorecard;

import java.util.List;

/**
 * A promise with its mark and what lies behind it.
 *
 * @param promise what was promised
 * @param mark whether it is kept
 * @param numbers what lies behind the mark, each in a sentence
 */
public record Marked(Promise promise, Mark mark, List<String> numbers) {

    public Marked {
        numbers = List.copyOf(numbers);
    }
}
