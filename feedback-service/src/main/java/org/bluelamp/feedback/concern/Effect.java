package org.bluelamp.feedback.concern;

import java.util.Optional;

/** How much a concern affects the resident who raises it, in their own judgement. */
public enum Effect {
    /** It changes how they live. */
    A_LOT("a-lot", "A lot", "It changes what I do or where I go"),
    /** It is on their mind. */
    SOME("some", "Somewhat", "It worries me, but I carry on as usual"),
    /** Hardly. */
    A_LITTLE("a-little", "A little", ""),
    /** Not at all: they tell of what they saw. */
    NOTICED("noticed", "Not me directly", "I have noticed it, or it affects someone else");

    private final String code;
    private final String label;
    private final String hint;

    Effect(String code, String label, String hint) {
        this.code = code;
        this.label = label;
        this.hint = hint;
    }

    /** The stable word for forms, the API and the database. */
    public String code() {
        return code;
    }

    /** The words a resident chooses. */
    public String label() {
        return label;
    }

    /** What the words mean, in a few more; may be empty. */
    public String hint() {
        return hint;
    }

    /** The effect with this code. */
    public static Optional<Effect> of(String code) {
        for (Effect effect : values()) {
            if (effect.code.equals(code)) {
                return Optional.of(effect);
            }
        }
        return Optional.empty();
    }
}
