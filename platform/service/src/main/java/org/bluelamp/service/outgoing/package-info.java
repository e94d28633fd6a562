/** How a service calls what is not ours: the public internet, and nothing that only we can reach. */
@NullMarked
package org.bluelamp.service.outgoing;

import org.jspecify.annotations.NullMarked;
