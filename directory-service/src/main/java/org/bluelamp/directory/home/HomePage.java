package org.bluelamp.directory.home;

import java.util.List;
import org.bluelamp.directory.area.Area;
import org.bluelamp.directory.news.Headline;

/** What the home page shows. */
public record HomePage(String label, List<Area> districts, List<Headline> news, List<String> notices) {}
