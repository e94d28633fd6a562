package org.bluelamp.webhook.web;

import org.bluelamp.web.form.Form;

/**
 * Where a tool is added.
 *
 * @param path of the list
 * @param service whose name stands in the example
 * @param id of the tool to be, so that a form that is sent twice adds one
 */
public record WebhookAddPage(String path, String service, Form form, String id) {}
