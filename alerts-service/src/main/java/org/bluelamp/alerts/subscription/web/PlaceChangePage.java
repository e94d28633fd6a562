package org.bluelamp.alerts.subscription.web;

import org.bluelamp.web.form.Form;
import org.bluelamp.web.govuk.Radios;

/**
 * What the page shows on which a followed place is changed.
 *
 * @param code names the place
 * @param words where it is
 */
public record PlaceChangePage(String token, String code, String words, Form form) {

    /** Which alerts. */
    public Radios severities() {
        return PlacePage.severities(form);
    }
}
