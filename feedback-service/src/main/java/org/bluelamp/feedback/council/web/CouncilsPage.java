package org.bluelamp.feedback.council.web;

import java.util.List;
import org.bluelamp.feedback.area.District;
import org.bluelamp.feedback.council.Council;
import org.jspecify.annotations.Nullable;

/**
 * The councils of the districts.
 *
 * @param rows by district
 */
public record CouncilsPage(List<Row> rows) {

    /**
     * One district.
     *
     * @param district the district
     * @param council its council; null when nobody has said where it takes reports
     */
    public record Row(District district, @Nullable Council council) {

        /** What happens with reports, in words. */
        public String how() {
            if (council == null) {
                return "Nothing is kept. Residents are shown the page on which one finds one's council";
            }
            return council.endPoint() == null
                    ? council.name() + ": residents are shown its own page for reports"
                    : council.name() + ": sent to its Open311 end point";
        }

        /** Where it is changed. */
        public String path() {
            return CouncilsController.PATH + "/" + district.slug();
        }
    }
}
