package org.bluelamp.news.desk;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.List;

/**
 * Brings two texts together that began as one, line by line: what only one of them changed is taken over; where both
 * changed the same lines, both are put one after the other with a word in square brackets before each, which
 * {@link org.bluelamp.news.template.Gaps} finds should they be left.
 *
 * @param text both together
 * @param collisions how many places both changed
 */
public record ThreeWay(String text, int collisions) {

    static final String MINE = "[This is your text]";
    static final String THEIRS = "[This is their text]";

    /** Merges. */
    public static ThreeWay merge(String base, String mine, String theirs) {
        return new Merge(lines(base), lines(mine), lines(theirs)).merged();
    }

    private static List<String> lines(String text) {
        return List.of(text.split("\n", -1));
    }

    /** Some lines of the base, from one to before another, and what a text has in their place. */
    private record Change(int from, int to, List<String> lines) {

        static List<Change> between(List<String> base, List<String> text) {
            List<Change> changes = new ArrayList<>();
            for (AbstractDelta<String> delta : DiffUtils.diff(base, text).getDeltas()) {
                int from = delta.getSource().getPosition();
                changes.add(new Change(
                        from, from + delta.getSource().size(), delta.getTarget().getLines()));
            }
            return changes;
        }

        /** Whether they touch: two who add at the same place collide as well. */
        boolean meets(int otherFrom, int otherTo) {
            return from <= otherTo && otherFrom <= to;
        }
    }

    private static final class Merge {

        private final List<String> base;
        private final List<Change> mine;
        private final List<Change> theirs;
        private final List<String> merged = new ArrayList<>();
        private int at;
        private int collisions;

        Merge(List<String> base, List<String> mine, List<String> theirs) {
            this.base = base;
            this.mine = new ArrayList<>(Change.between(base, mine));
            this.theirs = new ArrayList<>(Change.between(base, theirs));
        }

        ThreeWay merged() {
            while (!mine.isEmpty() || !theirs.isEmpty()) {
                next();
            }
            merged.addAll(base.subList(at, base.size()));
            return new ThreeWay(String.join("\n", merged), collisions);
        }

        /** Takes the next stretch of the base in which changes of one or both touch one another. */
        private void next() {
            boolean mineFirst = theirs.isEmpty()
                    || !mine.isEmpty()
                            && mine.getFirst().from() <= theirs.getFirst().from();
            Change first = mineFirst ? mine.getFirst() : theirs.getFirst();
            int from = first.from();
            int to = first.to();
            List<Change> ofMine = new ArrayList<>();
            List<Change> ofTheirs = new ArrayList<>();
            boolean more = true;
            while (more) {
                more = false;
                if (!mine.isEmpty() && mine.getFirst().meets(from, to)) {
                    to = Math.max(to, mine.getFirst().to());
                    ofMine.add(mine.removeFirst());
                    more = true;
                }
                if (!theirs.isEmpty() && theirs.getFirst().meets(from, to)) {
                    to = Math.max(to, theirs.getFirst().to());
                    ofTheirs.add(theirs.removeFirst());
                    more = true;
                }
            }
            merged.addAll(base.subList(at, from));
            List<String> one = applied(ofMine, from, to);
            List<String> other = applied(ofTheirs, from, to);
            if (ofTheirs.isEmpty() || one.equals(other)) {
                merged.addAll(one);
            } else if (ofMine.isEmpty()) {
                merged.addAll(other);
            } else {
                collisions++;
                merged.add(MINE);
                merged.addAll(one);
                merged.add(THEIRS);
                merged.addAll(other);
            }
            at = to;
        }

        private List<String> applied(List<Change> changes, int from, int to) {
            List<String> lines = new ArrayList<>();
            int reached = from;
            for (Change change : changes) {
                lines.addAll(base.subList(reached, change.from()));
                lines.addAll(change.lines());
                reached = change.to();
            }
            lines.addAll(base.subList(reached, to));
            return lines;
        }
    }
}
