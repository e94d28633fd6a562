package org.bluelamp.gateway.signin;

import org.bluelamp.web.form.SentForm;

/**
 * A form that waits until its sender has signed in again.
 *
 * @param signIn the way in
 */
public record KeptFormPage(String signIn, SentForm form) {}
