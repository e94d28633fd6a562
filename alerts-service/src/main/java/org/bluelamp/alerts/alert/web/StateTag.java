package org.bluelamp.alerts.alert.web;

import org.bluelamp.alerts.alert.Alert;
import org.bluelamp.alerts.alert.AwaitingApproval;
import org.bluelamp.alerts.alert.Cancelled;
import org.bluelamp.alerts.alert.Draft;
import org.bluelamp.alerts.alert.Expired;
import org.bluelamp.alerts.alert.Issued;
import org.bluelamp.web.govuk.Tag;

/** The state of an alert as a coloured word. */
final class StateTag {

    private StateTag() {}

    static Tag of(Alert alert) {
        return new Tag(alert.state().label())
                .colour(
                        switch (alert) {
                            case Draft _, Expired _ -> Tag.Colour.GREY;
                            case AwaitingApproval _ -> Tag.Colour.YELLOW;
                            case Issued _ -> Tag.Colour.GREEN;
                            case Cancelled _ -> Tag.Colour.RED;
                        });
    }
}
