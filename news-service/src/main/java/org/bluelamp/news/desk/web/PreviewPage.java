package org.bluelamp.news.desk.web;

import org.bluelamp.news.reading.web.ArticlePage;

/**
 * An article as readers would see it, with its text carried along so that nothing needs to be kept for looking.
 *
 * @param title its title
 * @param article its page
 * @param form the text carried along
 * @param action where it goes from here
 * @param version the version the writer has seen
 * @param save what saving is called
 */
public record PreviewPage(
        String title, ArticlePage article, ArticleForm form, String action, long version, String save) {}
