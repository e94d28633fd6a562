package org.bluelamp.news.attachment.web;

import java.util.List;
import org.bluelamp.news.attachment.Attachment;
import org.bluelamp.web.form.Form;
import org.bluelamp.web.govuk.Pagination;
import org.jspecify.annotations.Nullable;

/** The library of files. */
public record FilesPage(
        Form form, List<Attachment> files, @Nullable Pagination pagination) {}
