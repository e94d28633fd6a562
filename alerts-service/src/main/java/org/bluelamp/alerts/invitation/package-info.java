/** Invitations to rounds, each with a code that gives one voice and cannot be told to be anybody's. */
@NullMarked
package org.bluelamp.alerts.invitation;

import org.jspecify.annotations.NullMarked;
