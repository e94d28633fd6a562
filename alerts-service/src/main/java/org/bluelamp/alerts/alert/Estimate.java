package org.bluelamp.alerts.alert;

/**
 * How many people an alert would reach by email, and how many of them by other ways too.
 *
 * @param inside those who follow one of its areas or a part of them
 * @param overspill those who follow a wider area only and asked for all of it
 * @param texts those who would get a text message too; none where it is not urgent
 * @param notifications those whose browser would tell them too
 * @param included whether the overspill gets it
 */
public record Estimate(int inside, int overspill, int texts, int notifications, boolean included) {

    /** How many would get it. */
    public int reach() {
        return included ? inside + overspill : inside;
    }
}
