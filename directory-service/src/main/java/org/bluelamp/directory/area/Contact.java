package org.bluelamp.directory.area;

import org.jspecify.annotations.Nullable;

/** How an area's or a team's police can be reached, besides 999 and 101. */
public record Contact(
        @Nullable String email,
        @Nullable String telephone,
        @Nullable String web) {

    /** No contact of its own. */
    public static final Contact NONE = new Contact(null, null, null);
}
