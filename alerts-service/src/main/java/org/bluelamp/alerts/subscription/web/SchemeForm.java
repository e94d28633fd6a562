package org.bluelamp.alerts.subscription.web;

import org.jspecify.annotations.Nullable;

/**
 * The form to found a watch scheme as it was sent.
 *
 * @param name what it is to be called
 * @param kind the code of what it is about
 * @param area the code of the area it is for
 */
record SchemeForm(
        @Nullable String name,
        @Nullable String kind,
        @Nullable String area) {

    static final SchemeForm BLANK = new SchemeForm("", "", "");
}
