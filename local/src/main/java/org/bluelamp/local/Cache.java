package org.bluelamp.local;

import java.nio.file.Path;

/**
 * The folder for what is unpacked or computed once and then only read: program files of PostgreSQL and Keycloak, classes
 * loaded ahead. It holds no data and may be deleted whenever nothing runs.
 */
public final class Cache {

    private Cache() {}

    /** {@code .bluelamp/cache} of the checkout. */
    public static Path folder() {
        return Checkout.folder().resolve(".bluelamp/cache");
    }
}
