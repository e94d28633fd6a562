package org.bluelamp.alerts.subscription.web;

import org.bluelamp.alerts.subscription.Flood;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Looks whether somebody worked for a sign-up, where that counts: for the page and the API alike. */
@Component
class ProofCheck {

    /** What to tell whose sign-up is held back. */
    static final String HELD_BACK =
            "A lot of people are signing up at the moment. Please wait a minute and send it again.";

    private final FormWatch watch;
    private final Flood flood;

    ProofCheck(FormWatch watch, Flood flood) {
        this.watch = watch;
        this.flood = flood;
    }

    /** What a sign-up is worth. */
    enum Worth {
        /** Somebody worked for it. */
        PROVEN,
        /** Nobody did, and it is taken nevertheless. */
        UNPROVEN,
        /** Nobody did, and too many like it come at present. */
        HELD_BACK
    }

    /**
     * Weighs a sign-up.
     *
     * @param opened what the form, or the program, was given
     * @param address as it was typed
     * @param proof what was found
     */
    Worth of(@Nullable String opened, @Nullable String address, @Nullable String proof) {
        if (opened != null
                && address != null
                && proof != null
                && watch.isOurs(opened)
                && flood.proves(opened, address, proof)) {
            return Worth.PROVEN;
        }
        return flood.full() ? Worth.HELD_BACK : Worth.UNPROVEN;
    }

    /** How many bits a form is to ask for now; null when it is to ask for none. */
    @Nullable
    Integer asked() {
        return flood.running() ? flood.bits() : null;
    }

    /** What a program works with. */
    String challenge() {
        return watch.open();
    }

    /** How many bits a program works for. */
    int bits() {
        return flood.bits();
    }
}
