package org.bluelamp.feedback.concern;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.bluelamp.feedback.pin.Pin;
import org.bluelamp.feedback.submission.Typed;
import org.bluelamp.feedback.theme.Theme;
import org.bluelamp.service.area.AreaCode;
import org.jspecify.annotations.Nullable;

/**
 * What a resident sent, from the form or the API, not looked at yet. The rules of a concern are here, once for both.
 *
 * @param area the neighbourhood it is about, known to exist
 * @param themes codes of the themes chosen
 * @param text what is happening
 * @param place where
 * @param times when
 * @param effect code of an {@link Effect}
 * @param pin where on the map, known to be in the neighbourhood; null when nothing was marked
 */
public record Draft(
        AreaCode area,
        List<String> themes,
        String text,
        String place,
        String times,
        String effect,
        @Nullable Pin pin) {

    /** The longest text, in characters as a reader counts them (code points), a new line being one. */
    public static final int LONGEST_TEXT = 2000;

    /** The longest "where" and "when". */
    public static final int LONGEST_LINE = 200;

    public Draft {
        themes = List.copyOf(themes);
        text = Typed.clean(text);
        place = Typed.clean(place).strip();
        times = Typed.clean(times).strip();
    }

    /** A draft with nothing marked on the map. */
    public Draft(AreaCode area, List<String> themes, String text, String place, String times, String effect) {
        this(area, themes, text, place, times, effect, null);
    }

    /** What came of looking at a draft. */
    public sealed interface Checked {}

    /** It is in order. */
    public record InOrder(Submission submission) implements Checked {}

    /** It is not. */
    public record Faulty(List<Fault> faults) implements Checked {}

    /** The parts of a concern that can be wrong; the names are those of form and API. */
    public enum Part {
        /** The themes chosen. */
        THEMES("themes"),
        /** What is happening. */
        TEXT("text"),
        /** Where. */
        PLACE("place"),
        /** When. */
        TIMES("times"),
        /** How much it affects the resident. */
        EFFECT("effect");

        private final String field;

        Part(String field) {
            this.field = field;
        }

        /** The name of the form's and the API's field. */
        public String field() {
            return field;
        }
    }

    /**
     * Something to put right.
     *
     * @param part where
     * @param message what to do about it, a sentence to the resident that never repeats what they wrote
     */
    public record Fault(Part part, String message) {}

    /** Holds the draft against the rules. */
    public Checked check(Collection<Theme> offered) {
        List<Fault> faults = new ArrayList<>();
        Set<String> known = offered.stream().map(Theme::code).collect(Collectors.toSet());
        Set<String> chosen = new TreeSet<>(themes);
        if (chosen.isEmpty()) {
            faults.add(new Fault(Part.THEMES, "Select what your concern is about"));
        } else if (!known.containsAll(chosen)) {
            faults.add(new Fault(Part.THEMES, "Select what your concern is about from the list"));
        }
        if (text.isBlank()) {
            faults.add(new Fault(Part.TEXT, "Tell us what is happening"));
        }
        tooLong(faults, Part.TEXT, text, LONGEST_TEXT);
        tooLong(faults, Part.PLACE, place, LONGEST_LINE);
        tooLong(faults, Part.TIMES, times, LONGEST_LINE);
        Effect howMuch = Effect.of(effect).orElse(null);
        if (howMuch == null) {
            faults.add(new Fault(Part.EFFECT, "Select how much this affects you"));
        }
        return howMuch == null || !faults.isEmpty()
                ? new Faulty(List.copyOf(faults))
                : new InOrder(new Submission(area, chosen, text, place, times, howMuch, pin));
    }

    private static void tooLong(List<Fault> faults, Part part, String value, int longest) {
        int length = Typed.length(value);
        if (length > longest) {
            String what = switch (part) {
                case PLACE -> "Where it happens";
                case TIMES -> "When it happens";
                default -> "What is happening";
            };
            faults.add(new Fault(
                    part, "%s must be %,d characters or fewer. You have used %,d".formatted(what, longest, length)));
        }
    }

    /** Says nothing of what the resident wrote, so that it cannot reach a log by accident. */
    @Override
    public String toString() {
        return "Draft[" + area + "]";
    }
}
