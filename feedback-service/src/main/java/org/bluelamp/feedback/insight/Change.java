package org.bluelamp.feedback.insight;

/**
 * How many there were, and how many in the period before.
 *
 * @param code of what was counted: a theme or an area
 * @param name its name for people
 * @param now in the period
 * @param before in the period of the same length before it
 */
public record Change(String code, String name, int now, int before) {

    /** By how many it went up or down, for example {@code +3}, {@code −2} or {@code 0}. */
    public String difference() {
        int more = now - before;
        return more == 0 ? "0" : more > 0 ? "+%,d".formatted(more) : "−%,d".formatted(-more);
    }
}
