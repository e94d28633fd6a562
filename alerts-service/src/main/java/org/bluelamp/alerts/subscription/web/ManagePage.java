package org.bluelamp.alerts.subscription.web;

import java.util.List;
import java.util.Optional;
import org.bluelamp.alerts.area.Area;
import org.bluelamp.alerts.area.AreaGroup;

/**
 * What the page shows.
 *
 * @param force the whole force, where it is not followed yet
 * @param groups what can be added
 */
public record ManagePage(
        String token, List<Area> followed, Optional<Area> force, List<AreaGroup> groups, String wording) {}
