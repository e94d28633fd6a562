package org.bluelamp.feedback.support;

import java.util.Optional;
import java.util.UUID;
import org.bluelamp.feedback.submission.Reference;

/** What somebody can support. */
public sealed interface Cause {

    /** A concern that everybody may read. */
    record OfConcern(Reference reference) implements Cause {

        @Override
        public String code() {
            return "c-" + reference.value();
        }
    }

    /** A priority that the team works on. */
    record OfPriority(UUID id) implements Cause {

        @Override
        public String code() {
            return "p-" + id;
        }
    }

    /** The word in forms and addresses. */
    String code();

    /** The cause with this word; empty when it is none. */
    static Optional<Cause> read(String code) {
        if (code.startsWith("c-")) {
            return Reference.read(code.substring(2)).map(OfConcern::new);
        }
        try {
            return code.startsWith("p-")
                    ? Optional.of(new OfPriority(UUID.fromString(code.substring(2))))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
