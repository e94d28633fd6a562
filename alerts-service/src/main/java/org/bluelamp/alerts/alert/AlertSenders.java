package org.bluelamp.alerts.alert;

import org.bluelamp.alerts.area.Areas;
import org.bluelamp.alerts.mail.MailDesign;
import org.bluelamp.service.area.AreaCode;
import org.springframework.stereotype.Component;

/** The names under which alerts go out. */
@Component
public class AlertSenders {

    private final Areas areas;
    private final MailDesign design;

    AlertSenders(Areas areas, MailDesign design) {
        this.areas = areas;
        this.design = design;
    }

    /** The team of the area as readers know it; the force, where the area has no team of its own. */
    public String name(AreaCode area) {
        return areas.teamName(area).orElse(design.siteName());
    }
}
