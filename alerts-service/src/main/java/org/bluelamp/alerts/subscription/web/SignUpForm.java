package org.bluelamp.alerts.subscription.web;

import org.jspecify.annotations.Nullable;

/**
 * The sign-up form as it was sent.
 *
 * @param address where mail is to go
 * @param area the code of the area to follow
 * @param opened when the form was opened, signed
 * @param website a field that people do not see and programs fill in
 */
record SignUpForm(
        @Nullable String address,
        @Nullable String area,
        @Nullable String opened,
        @Nullable String website) {}
