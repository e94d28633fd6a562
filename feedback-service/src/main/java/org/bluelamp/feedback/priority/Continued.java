package org.bluelamp.feedback.priority;

/** A priority that was reviewed and is still worked on. */
public record Continued(Undertaking undertaking, Review review, long version) implements Current {

    @Override
    public Continued with(Undertaking changed) {
        return new Continued(changed, review, version + 1);
    }
}
