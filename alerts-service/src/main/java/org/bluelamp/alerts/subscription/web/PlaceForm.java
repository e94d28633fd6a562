package org.bluelamp.alerts.subscription.web;

import org.jspecify.annotations.Nullable;

/**
 * Where a place of somebody's own is, as it was sent.
 *
 * @param address where mail is to go, of somebody who signs up with it
 * @param name what somebody calls it who adds it on their own page
 * @param middle a postcode, or a latitude and a longitude
 * @param metres how far around
 * @param corners a latitude and a longitude on each line, for who would rather draw it
 * @param leastSeverity the code of which alerts
 * @param opened when the form was opened, signed
 * @param website a field that people do not see and programs fill in
 * @param proof what a script worked out, where that was asked
 */
record PlaceForm(
        @Nullable String address,
        @Nullable String name,
        @Nullable String middle,
        @Nullable String metres,
        @Nullable String corners,
        @Nullable String leastSeverity,
        @Nullable String opened,
        @Nullable String website,
        @Nullable String proof) {

    static final PlaceForm BLANK = new PlaceForm("", "", "", "500", "", "minor", null, null, null);
}
