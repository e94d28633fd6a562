package org.bluelamp.web.page;

import java.util.Set;

/** The member of staff who is signed in, as far as the frame of a page must know them. */
public interface Staff {

    /** The name to show. */
    String name();

    /** Their realm roles, lower case. */
    Set<String> roleNames();
}
