package org.bluelamp.news.reading.web;

import org.bluelamp.news.markdown.OwnPicture;
import org.bluelamp.news.picture.Picture;

/**
 * A picture for where an article is shared (Open Graph, "Structured properties").
 *
 * @param url whole, in a width that suits most
 * @param alternative what it shows; empty for one that only decorates
 */
public record SharedPicture(String url, String alternative) {

    static SharedPicture of(Picture picture, String publicUrl) {
        OwnPicture shown = picture.shown();
        return new SharedPicture(publicUrl + shown.address(), picture.alternative());
    }
}
