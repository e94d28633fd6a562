package org.bluelamp.feedback.cases;

import java.util.UUID;
import org.bluelamp.service.area.AreaCode;

/**
 * Words that staff begin answers with.
 *
 * @param id its id
 * @param area whose it is: a neighbourhood's team, a district's teams, or those of the whole force
 * @param title what it is for, as staff choose it
 * @param text the words
 * @param version rises by one with every change; 1 when written
 */
public record CannedAnswer(UUID id, AreaCode area, String title, String text, long version) {

    /** The longest title, in characters. */
    public static final int LONGEST_TITLE = 100;
}
