package org.bluelamp.news.picture.web;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.bluelamp.news.article.Content;
import org.bluelamp.news.picture.Picture;
import org.bluelamp.news.picture.Pictures;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;
import org.springframework.web.multipart.MultipartFile;

/**
 * A picture that is sent, and what it shows.
 *
 * @param file none when only the words are changed
 * @param alternative what it shows
 * @param decorative {@code yes} when it only decorates
 */
record PictureForm(@Nullable MultipartFile file, String alternative, String decorative) {

    PictureForm(@Nullable MultipartFile file, @Nullable String alternative, @Nullable String decorative) {
        this.file = file;
        this.alternative = Objects.requireNonNullElse(alternative, "");
        this.decorative = Objects.requireNonNullElse(decorative, "");
    }

    static PictureForm of(Picture picture) {
        return new PictureForm(null, picture.alternative(), picture.shown().decorative() ? "yes" : "");
    }

    void check(Errors errors) {
        String words = Content.oneLine(alternative);
        boolean decorates = decorative.equals("yes");
        if (words.isEmpty() && !decorates) {
            errors.rejectValue(
                    "alternative", "NotBlank", "Describe what the picture shows, or say that it is only decoration");
        } else if (!words.isEmpty() && decorates) {
            errors.rejectValue(
                    "alternative",
                    "both",
                    "A picture that only decorates has no description: take out the words or the tick");
        } else if (Content.length(words) > Picture.ALTERNATIVE_LIMIT) {
            errors.rejectValue(
                    "alternative",
                    "Size",
                    "Shorten the description to at most " + Picture.ALTERNATIVE_LIMIT + " characters");
        }
    }

    /** One byte more than is taken says that it is too large. */
    byte[] bytes() throws IOException {
        if (file == null) {
            return new byte[0];
        }
        try (InputStream in = file.getInputStream()) {
            return in.readNBytes(Pictures.LARGEST_FILE + 1);
        }
    }

    String name() {
        return file == null ? "" : Objects.requireNonNullElse(file.getOriginalFilename(), "");
    }
}
