package org.bluelamp.feedback.council;

import java.util.Map;
import org.bluelamp.service.area.AreaCode;
import org.jspecify.annotations.Nullable;

/**
 * Where the council of a district takes reports.
 *
 * @param district code of the district
 * @param name the council's name
 * @param reportUrl its own page for reports
 * @param endPoint its Open311 end point (GeoReport v2), to which {@code /requests.json} is added; null when it has none
 * @param jurisdiction what the end point calls the council; empty when it serves one alone
 * @param key whether an API key is kept
 * @param services what the end point calls each theme, by code of the theme
 * @param version rises by one with every change; 0 when nothing is kept yet
 */
public record Council(
        AreaCode district,
        String name,
        String reportUrl,
        @Nullable String endPoint,
        String jurisdiction,
        boolean key,
        Map<String, String> services,
        long version) {

    /** Whether a theme can be sent there by program. */
    public boolean takes(String theme) {
        return endPoint != null && services.containsKey(theme);
    }
}
