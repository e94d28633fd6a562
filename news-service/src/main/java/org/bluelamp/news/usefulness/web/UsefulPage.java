package org.bluelamp.news.usefulness.web;

import org.bluelamp.web.form.Form;

/**
 * The question on a page of its own.
 *
 * @param title of the article
 * @param article where it is read
 */
public record UsefulPage(String title, String article, String action, Form form) {}
