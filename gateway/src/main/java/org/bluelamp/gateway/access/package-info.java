/** Who asked for what and how it went, followed through all services by one number. */
@NullMarked
package org.bluelamp.gateway.access;

import org.jspecify.annotations.NullMarked;
