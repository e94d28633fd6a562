package org.bluelamp.feedback.support;

/**
 * How many support something.
 *
 * @param confirmed people with a code, each once in a round
 * @param unconfirmed those who wrote the same without a code, who may be fewer people than that
 */
public record Backing(int confirmed, int unconfirmed) {

    /** Whether nobody does. */
    public boolean none() {
        return confirmed == 0 && unconfirmed == 0;
    }

    /** In words for everybody. */
    public String words() {
        if (none()) {
            return "No support yet";
        }
        if (confirmed == 0) {
            return people(unconfirmed) + " without a code " + supports(unconfirmed) + " it";
        }
        String with = people(confirmed) + " with a code " + supports(confirmed) + " it";
        return unconfirmed == 0 ? with : with + ", and %,d without one".formatted(unconfirmed);
    }

    private static String people(int number) {
        return number == 1 ? "1 person" : "%,d people".formatted(number);
    }

    private static String supports(int number) {
        return number == 1 ? "supports" : "support";
    }
}
