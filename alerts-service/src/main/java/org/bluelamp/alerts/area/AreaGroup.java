package org.bluelamp.alerts.area;

import java.util.List;

/**
 * A district with its neighbourhoods, as people choose from them.
 *
 * @param district the district
 * @param neighbourhoods its neighbourhoods by name
 */
public record AreaGroup(Area district, List<Area> neighbourhoods) {}
