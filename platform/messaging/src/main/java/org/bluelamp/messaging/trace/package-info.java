/** The trace of a request, kept through the outbox. */
@NullMarked
package org.bluelamp.messaging.trace;

import org.jspecify.annotations.NullMarked;
