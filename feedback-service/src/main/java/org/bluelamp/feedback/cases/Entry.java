package org.bluelamp.feedback.cases;

import java.time.Instant;
import java.util.Locale;
import org.bluelamp.feedback.submission.Reference;
import org.bluelamp.service.area.AreaCode;
import org.jspecify.annotations.Nullable;

/**
 * What was written about a case after it arrived.
 *
 * @param kind what it is
 * @param text the words
 * @param handedTo whose team answers from then on; null unless the case was handed over
 * @param about the other case, of a merge or a split
 * @param author the name of the member of staff; null when the sender wrote it
 * @param writtenAt when
 */
public record Entry(
        Kind kind,
        String text,
        @Nullable AreaCode handedTo,
        @Nullable Reference about,
        @Nullable String author,
        Instant writtenAt) {

    /** The longest answer, note, reason or reply, in characters. */
    public static final int LONGEST = 4000;

    /** What an entry is. */
    public enum Kind {
        /** The sender reads it. */
        ANSWER,
        /** For colleagues. */
        NOTE,
        /** Why another team answers. */
        HAND_OVER,
        /** Why another case's answer is this one's too. */
        MERGE,
        /** That a part of it is a case of its own. */
        SPLIT,
        /** The sender has more to say. */
        REPLY,
        /** The sender says that the answer has not solved it. */
        NOT_SOLVED,
        /** The sender has asked for a supervisor. */
        RECOURSE;

        String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Kind of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
        }

        /** Whether the sender wrote it. */
        public boolean ofSender() {
            return this == REPLY || this == NOT_SOLVED || this == RECOURSE;
        }

        /** Whether the sender reads it. */
        public boolean forSender() {
            return this == ANSWER || ofSender();
        }
    }

    /** The same without the words, which are for colleagues. */
    Entry withoutWords() {
        return new Entry(kind, "", handedTo, about, null, writtenAt);
    }

    /** Says nothing of what was written, so that it cannot reach a log by accident. */
    @Override
    public String toString() {
        return "Entry[" + kind + "]";
    }
}
