package org.bluelamp.alerts.subscription.web;

import java.util.UUID;
import org.bluelamp.web.form.Form;

/**
 * What the page shows on which a coordinator writes.
 *
 * @param members how many will get it, in words
 */
public record SchemeLetterPage(String token, UUID scheme, String name, String members, Form form) {}
