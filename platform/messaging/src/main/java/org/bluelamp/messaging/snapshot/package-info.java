/** Asking an owner for its present state, and answering. */
@NullMarked
package org.bluelamp.messaging.snapshot;

import org.jspecify.annotations.NullMarked;
