package org.bluelamp.news.picture;

import java.time.Instant;
import org.bluelamp.news.markdown.OwnPicture;

/**
 * A picture in the library.
 *
 * @param code by which texts name it
 * @param name what the file was called, for staff to find it
 * @param alternative what it shows, for people who cannot see it; empty for one that only decorates
 * @param shown how it is shown
 * @param addedBy the name of who uploaded it
 */
public record Picture(String code, String name, String alternative, OwnPicture shown, Instant addedAt, String addedBy) {

    /** The longest description. */
    public static final int ALTERNATIVE_LIMIT = 250;

    /** The line that shows it when it stands in an article's text. */
    public String line() {
        return "![" + alternative.replaceAll("([\\[\\]\\\\])", "\\\\$1") + "](picture:" + code + ")";
    }
}
