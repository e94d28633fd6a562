package org.bluelamp.feedback.area;

import java.util.List;

/**
 * A district with its neighbourhoods, both by name, for choosing one.
 *
 * @param name the district's name; "Other neighbourhoods" for those whose district has not been heard of yet
 * @param slug the district's part of an address
 * @param neighbourhoods the neighbourhoods, at least one
 */
public record District(String name, String slug, List<Area> neighbourhoods) {}
