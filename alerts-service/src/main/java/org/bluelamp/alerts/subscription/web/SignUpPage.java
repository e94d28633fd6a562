package org.bluelamp.alerts.subscription.web;

import java.util.List;
import java.util.Optional;
import org.bluelamp.alerts.area.Area;
import org.bluelamp.alerts.area.AreaGroup;
import org.bluelamp.web.form.Form;
import org.jspecify.annotations.Nullable;

/**
 * What the form shows.
 *
 * @param opened when it was opened, signed
 * @param proof how many bits a script is to work for; null when none are asked
 */
public record SignUpPage(
        Form form,
        Optional<Area> force,
        List<AreaGroup> groups,
        String wording,
        String opened,
        @Nullable Integer proof) {

    /** Whether the choices, which are folded away, have to be looked at. */
    public boolean wrongChoices() {
        return form.field("frequency").wrong()
                || form.field("topics").wrong()
                || form.field("leastSeverity").wrong();
    }
}
