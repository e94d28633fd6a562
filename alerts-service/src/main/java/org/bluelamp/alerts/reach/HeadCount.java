package org.bluelamp.alerts.reach;

/**
 * A number of people as it may be shown: with fewer than five, who knows the place could guess who they are.
 *
 * @param people the true number
 */
public record HeadCount(int people) {

    private static final int SMALLEST_SHOWN = 5;

    /** The number, or that it is small, or that there is nobody. */
    public String shown() {
        return people == 0 ? "none" : people < SMALLEST_SHOWN ? "fewer than 5" : String.format("%,d", people);
    }

    /** Whether the number itself may be shown. */
    public boolean tellable() {
        return people == 0 || people >= SMALLEST_SHOWN;
    }
}
