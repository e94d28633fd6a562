package org.bluelamp.news.webhook.web;

import org.bluelamp.web.form.Form;

/**
 * Where a tool is added.
 *
 * @param id of the tool to be, so that a form that is sent twice adds one
 */
public record WebhookAddPage(Form form, String id) {}
