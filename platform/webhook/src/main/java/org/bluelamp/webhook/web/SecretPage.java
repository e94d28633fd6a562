package org.bluelamp.webhook.web;

/**
 * The one look at a tool's secret.
 *
 * @param path of the tool's page
 * @param renewed whether it takes the place of another one
 */
public record SecretPage(String url, String secret, String path, boolean renewed) {}
