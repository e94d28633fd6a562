package org.bluelamp.directory.desk;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * The form in which an area's text is changed, as it was sent.
 *
 * @param version of the area that the person had before them
 * @param text plain; a blank line makes a paragraph
 */
record TextsForm(
        long version,

        @Size(max = 4000, message = "The text must be 4,000 characters or fewer")
        String text) {

    TextsForm {
        text = text(text);
    }

    private static String text(@Nullable String sent) {
        return sent == null ? "" : sent.strip().replace("\r\n", "\n");
    }
}
