package org.bluelamp.feedback.council.web;

import java.util.List;
import org.bluelamp.feedback.theme.Theme;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.web.form.Form;

/**
 * Where the council of a district takes reports.
 *
 * @param district code of the district
 * @param version the version that is changed; 0 when nothing is kept yet
 * @param key whether an API key is kept
 * @param themes the themes that are a council's
 * @param form what was filled in
 */
public record CouncilPage(AreaCode district, long version, boolean key, List<Theme> themes, Form form) {

    /** Where the form is sent to. */
    public String path() {
        return CouncilsController.PATH
                + district.value().substring(district.value().indexOf('/'));
    }
}
