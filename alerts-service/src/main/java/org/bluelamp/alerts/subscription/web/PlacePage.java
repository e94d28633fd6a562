package org.bluelamp.alerts.subscription.web;

import java.util.Arrays;
import java.util.List;
import org.bluelamp.alerts.area.AreaGroup;
import org.bluelamp.alerts.area.web.DrawMap;
import org.bluelamp.alerts.place.OwnPlace;
import org.bluelamp.alerts.preference.LeastSeverity;
import org.bluelamp.web.form.Form;
import org.bluelamp.web.govuk.Choice;
import org.bluelamp.web.govuk.Radios;
import org.bluelamp.web.govuk.Select;
import org.jspecify.annotations.Nullable;

/**
 * What the page shows on which a place of one's own is told.
 *
 * @param action where the form goes
 * @param wording what is agreed to
 * @param opened when it was opened, signed; null for a subscriber on their own page, who gives no address
 * @param map to draw on with a script; null as long as it is not said of where
 * @param mapped the code of the area that the map shows; empty without one
 * @param groups of which there can be a map
 * @param proof how many bits a script is to work for; null when none are asked
 */
public record PlacePage(
        String action,
        Form form,
        String wording,
        @Nullable String opened,
        @Nullable DrawMap map,
        String mapped,
        List<AreaGroup> groups,
        @Nullable Integer proof) {

    /** Whether the reader signs up by it, and so gives an address. */
    public boolean signingUp() {
        return opened != null;
    }

    /** How far around. */
    public Select radii() {
        return new Select(
                form.field("metres"),
                "How far around?",
                OwnPlace.RADII.stream()
                        .map(metres -> new Choice(metres.toString(), OwnPlace.distance(metres)))
                        .toList());
    }

    /** Which alerts. */
    public Radios severities() {
        return severities(form);
    }

    /** Which alerts, on any page that asks it of a place. */
    static Radios severities(Form form) {
        return new Radios(form.field("leastSeverity"), "Which alerts do you want?", choices());
    }

    /** Whether the drawing, which is folded away, has to be looked at. */
    public boolean drawing() {
        return form.field("corners").wrong() || !"".equals(form.field("corners").value());
    }

    private static List<Choice> choices() {
        return Arrays.stream(LeastSeverity.values())
                .map(one -> new Choice(one.code(), one.label()))
                .toList();
    }
}
