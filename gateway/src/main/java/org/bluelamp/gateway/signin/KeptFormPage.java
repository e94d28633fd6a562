package org.bluelamp.gateway.signin;

import java.util.List;

/**
 * A form that waits until its sender has signed in again.
 *
 * @param action where it was and will be sent
 * @param signIn the way in
 */
public record KeptFormPage(String action, String signIn, List<Field> fields) {

    /** A field as it was sent. */
    public record Field(String name, String value) {}
}
