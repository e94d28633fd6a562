package org.bluelamp.news.attachment.web;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.bluelamp.news.article.Content;
import org.bluelamp.news.attachment.Attachment;
import org.bluelamp.news.attachment.Attachments;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;
import org.springframework.web.multipart.MultipartFile;

/** A file that is sent, and what readers are told that it is. */
record AttachmentForm(@Nullable MultipartFile file, String title) {

    AttachmentForm(@Nullable MultipartFile file, @Nullable String title) {
        this.file = file;
        this.title = Objects.requireNonNullElse(title, "");
    }

    void check(Errors errors) {
        int length = Content.length(Content.oneLine(title));
        if (length == 0) {
            errors.rejectValue("title", "NotBlank", "Enter what the file is");
        } else if (length > Attachment.TITLE_LIMIT) {
            errors.rejectValue(
                    "title", "Size", "Shorten what the file is to at most " + Attachment.TITLE_LIMIT + " characters");
        }
    }

    /** One byte more than is taken says that it is too large. */
    byte[] bytes() throws IOException {
        if (file == null) {
            return new byte[0];
        }
        try (InputStream in = file.getInputStream()) {
            return in.readNBytes(Attachments.LARGEST_FILE + 1);
        }
    }

    String name() {
        return file == null ? "" : Objects.requireNonNullElse(file.getOriginalFilename(), "");
    }
}
