/** The way from an address to the service that answers it, and what is shown when it does not. */
@NullMarked
package org.bluelamp.gateway.route;

import org.jspecify.annotations.NullMarked;
