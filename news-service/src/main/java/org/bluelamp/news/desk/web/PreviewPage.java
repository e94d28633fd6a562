package org.bluelamp.news.desk.web;

import java.util.List;
import org.bluelamp.news.reading.web.ArticlePage;

/**
 * An article as readers would see it, with its text carried along so that nothing needs to be kept for looking.
 *
 * @param title its title
 * @param article its page
 * @param gaps what is still to be filled in
 * @param form the text carried along
 * @param action where it goes from here
 * @param version the version the writer has seen
 * @param save what saving is called
 */
public record PreviewPage(
        String title,
        ArticlePage article,
        List<String> gaps,
        ArticleForm form,
        String action,
        long version,
        String save) {}
