/** The desk at which an operator decides about messages that the service could not handle, and what else waits for one. */
@NullMarked
package org.bluelamp.service.deadletter;

import org.jspecify.annotations.NullMarked;
