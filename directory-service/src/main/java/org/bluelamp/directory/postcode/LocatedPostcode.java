package org.bluelamp.directory.postcode;

import org.bluelamp.service.area.AreaCode;

/** A postcode with its point (degrees, WGS84) and the neighbourhood the point lies in. */
public record LocatedPostcode(
        Postcode postcode, double longitude, double latitude, AreaCode neighbourhood, String source) {}
