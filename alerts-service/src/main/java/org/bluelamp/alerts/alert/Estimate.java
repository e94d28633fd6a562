package org.bluelamp.alerts.alert;

/**
 * How many people an alert would reach by email.
 *
 * @param inside those who follow one of its areas or a part of them
 * @param overspill those who follow a wider area only and asked for all of it
 * @param included whether the overspill gets it
 */
public record Estimate(int inside, int overspill, boolean included) {

    /** How many would get it. */
    public int reach() {
        return included ? inside + overspill : inside;
    }
}
