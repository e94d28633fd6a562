package org.bluelamp.feedback.voice.web;

import java.util.List;
import org.bluelamp.feedback.area.Area;

/**
 * The neighbourhoods whose poster a person may print.
 *
 * @param areas by name
 */
public record PostersPage(List<Area> areas) {}
