/** A private PostgreSQL server from binaries that come as a Maven artifact. */
@NullMarked
package org.bluelamp.local.postgres;

import org.jspecify.annotations.NullMarked;
