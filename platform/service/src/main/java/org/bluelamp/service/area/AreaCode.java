package org.bluelamp.service.area;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The code of an area: the path from the force down, for example {@code hertfordshire},
 * {@code hertfordshire/stevenage} or {@code hertfordshire/stevenage/stevenage-north}. Codes are stable; names are not.
 *
 * @param value one to three segments of {@code [a-z0-9-]}, separated by slashes
 */
public record AreaCode(String value) implements Comparable<AreaCode> {

    private static final Pattern SHAPE = Pattern.compile("[a-z0-9-]{1,60}(/[a-z0-9-]{1,60}){0,2}");

    /** @throws IllegalArgumentException when the value does not have the shape of a code */
    public AreaCode {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("Not an area code: " + value);
        }
    }

    /** Whether the other area is this one or lies below it. */
    public boolean covers(AreaCode other) {
        return other.value.equals(value) || other.value.startsWith(value + "/");
    }

    /** The codes of the areas that this one lies in, the force first, and itself last. */
    public List<AreaCode> down() {
        List<AreaCode> codes = new ArrayList<>();
        for (int slash = value.indexOf('/'); slash > 0; slash = value.indexOf('/', slash + 1)) {
            codes.add(new AreaCode(value.substring(0, slash)));
        }
        codes.add(this);
        return codes;
    }

    @Override
    public int compareTo(AreaCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
