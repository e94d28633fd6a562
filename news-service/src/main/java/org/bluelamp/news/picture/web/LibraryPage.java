package org.bluelamp.news.picture.web;

import java.util.List;
import org.bluelamp.news.picture.Picture;
import org.bluelamp.web.form.Form;
import org.bluelamp.web.govuk.Checkboxes;
import org.bluelamp.web.govuk.Choice;
import org.bluelamp.web.govuk.Pagination;
import org.jspecify.annotations.Nullable;

/**
 * The library of pictures.
 *
 * @param words what is searched for
 */
public record LibraryPage(
        Form form,
        String words,
        List<Picture> pictures,
        @Nullable Pagination pagination) {

    /** The box of a picture that only decorates. */
    public Checkboxes decorative() {
        return decorative(form);
    }

    static Checkboxes decorative(Form form) {
        return new Checkboxes(
                        form.field("decorative"),
                        "Is it only decoration?",
                        List.of(new Choice("yes", "It is decoration and tells readers nothing")))
                .small();
    }
}
