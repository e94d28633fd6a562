package org.bluelamp.feedback.submission;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What staff do on a page of its own that asks one thing: the constants of an enumeration, with their words. */
public interface AskedDeed {

    /** The constant's name. */
    String name();

    /** What its page says. */
    Words words();

    /** The word in addresses. */
    default String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The deed with that word in addresses. */
    static <D extends Enum<D> & AskedDeed> Optional<D> of(Class<D> deeds, String word) {
        return Arrays.stream(deeds.getEnumConstants())
                .filter(deed -> deed.word().equals(word))
                .findFirst();
    }

    /**
     * What the page says.
     *
     * @param title the page's heading
     * @param question what the text answers; empty when there is no text
     * @param hint who reads the text, and what it should say
     * @param missing what is said when it is left out
     * @param button what the button says
     * @param done what is said when it is done
     */
    record Words(String title, String question, String hint, String missing, String button, String done) {}
}
