package org.bluelamp.alerts.invitation;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A round to which people are invited.
 *
 * @param id the round
 * @param area the code of its neighbourhood
 * @param areaName the neighbourhood's name; its code while nobody told
 * @param title what the round is called
 * @param about why residents are asked
 * @param closesOn the last day
 * @param salt part of what codes are made of
 */
record Invitation(UUID id, String area, String areaName, String title, String about, LocalDate closesOn, byte[] salt) {

    /** Says nothing of the salt. */
    @Override
    public String toString() {
        return "Invitation[" + id + "]";
    }
}
