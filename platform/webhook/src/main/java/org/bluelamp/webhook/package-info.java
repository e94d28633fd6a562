/** Signed calls that tell a force's own tools what a service has made public, and has taken back. */
@NullMarked
package org.bluelamp.webhook;

import org.jspecify.annotations.NullMarked;
