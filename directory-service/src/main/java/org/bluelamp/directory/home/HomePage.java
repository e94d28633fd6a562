package org.bluelamp.directory.home;

import java.util.List;
import org.bluelamp.directory.alert.Alert;
import org.bluelamp.directory.area.Area;
import org.bluelamp.directory.news.Headline;

/**
 * What the home page shows.
 *
 * @param graveAlerts those that are live anywhere in the force's area and that everybody should know of
 * @param rounds in how many neighbourhoods residents are asked at present
 */
public record HomePage(
        String label,
        List<Area> districts,
        List<Alert> graveAlerts,
        int rounds,
        List<Headline> news,
        List<String> notices) {}
