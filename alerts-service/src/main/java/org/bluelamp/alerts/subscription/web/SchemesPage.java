package org.bluelamp.alerts.subscription.web;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.bluelamp.alerts.scheme.SchemeKind;
import org.bluelamp.web.form.Form;
import org.bluelamp.web.govuk.Choice;

/**
 * What the page of watch schemes shows.
 *
 * @param schemes those one is in, coordinates, asked for or could join
 * @param areas those one follows, to found a scheme in
 * @param form to found one
 */
public record SchemesPage(String token, List<Line> schemes, List<Choice> areas, Form form) {

    /** One scheme. */
    public record Line(UUID id, String name, String about, boolean member, boolean coordinator, boolean waiting) {}

    /** What a scheme can be about. */
    public List<Choice> kinds() {
        return Arrays.stream(SchemeKind.values())
                .map(kind -> new Choice(kind.code(), kind.label()))
                .toList();
    }
}
