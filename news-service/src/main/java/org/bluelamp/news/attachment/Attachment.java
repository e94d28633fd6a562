package org.bluelamp.news.attachment;

import java.time.Instant;
import org.bluelamp.news.markdown.OwnFile;

/**
 * A file in the library.
 *
 * @param code by which texts name it
 * @param title as readers are told of it
 * @param name under which it is kept by who downloads it
 */
public record Attachment(String code, String title, String name, OwnFile shown, Instant addedAt, String addedBy) {

    /** The longest title. */
    public static final int TITLE_LIMIT = 120;

    /** The line that offers it when it stands in an article's text. */
    public String line() {
        return "[" + title.replaceAll("([\\[\\]\\\\])", "\\\\$1") + "](file:" + code + ")";
    }
}
