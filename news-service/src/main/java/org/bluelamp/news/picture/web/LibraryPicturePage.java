package org.bluelamp.news.picture.web;

import java.util.List;
import org.bluelamp.news.picture.Picture;
import org.bluelamp.news.picture.Pictures;
import org.bluelamp.web.form.Form;
import org.bluelamp.web.govuk.Checkboxes;

/**
 * One picture of the library.
 *
 * @param added when and by whom
 * @param uses the articles that show it
 */
public record LibraryPicturePage(Picture picture, String added, List<Pictures.Use> uses, Form form) {

    /** The box of a picture that only decorates. */
    public Checkboxes decorative() {
        return LibraryPage.decorative(form);
    }

    public String path() {
        return "/staff/news/pictures/" + picture.code();
    }
}
