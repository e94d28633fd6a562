package org.bluelamp.news.desk.web;

import java.util.List;
import org.bluelamp.news.markdown.OwnPicture;

/**
 * The pictures of an article, to choose the one that stands for it.
 *
 * @param path of the article
 * @param correcting whether readers are told of it
 */
public record LeadingPicturePage(String path, long version, boolean correcting, List<Choice> choices) {

    /**
     * A picture.
     *
     * @param id of its box
     * @param words what it shows
     */
    public record Choice(String code, String id, String words, OwnPicture picture, boolean chosen) {}
}
