package org.bluelamp.service.area;

/**
 * The force whose platform this is. Areas of other forces may be known too, to say which of them a postcode belongs to;
 * they have pages, but nobody is asked to choose among them.
 *
 * @param code the force's own code, of one segment
 */
public record HomeForce(AreaCode code) {

    /** Whether an area is the force or lies in it. */
    public boolean has(AreaCode area) {
        return code.covers(area);
    }

    /**
     * The area of the force with this path.
     *
     * @param path the rest of the code, for example {@code stevenage/stevenage-north}
     * @throws IllegalArgumentException when no area can have it
     */
    public AreaCode area(String path) {
        return new AreaCode(code.value() + "/" + path);
    }
}
