package org.bluelamp.feedback.area.web;

import org.bluelamp.feedback.area.Area;
import org.bluelamp.feedback.area.Areas;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.service.area.AreaKind;
import org.bluelamp.web.error.RefusedRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Neighbourhoods as programs name them. */
@Component
public class Neighbourhoods {

    private final Areas areas;

    Neighbourhoods(Areas areas) {
        this.areas = areas;
    }

    /**
     * The neighbourhood with this code.
     *
     * @throws RefusedRequest when there is none
     */
    public Area require(@Nullable String code) {
        try {
            if (code != null) {
                Area area = areas.area(new AreaCode(code)).orElse(null);
                if (area != null && area.kind() == AreaKind.NEIGHBOURHOOD) {
                    return area;
                }
            }
        } catch (IllegalArgumentException e) {
            // not even the shape of a code: the same as one nobody knows
        }
        throw new RefusedRequest(HttpStatus.UNPROCESSABLE_CONTENT, "area", "Send the code of a neighbourhood");
    }
}
