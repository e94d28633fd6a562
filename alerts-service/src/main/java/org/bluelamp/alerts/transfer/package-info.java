/** Subscribers with the proof of their consent, from one installation or system to another. */
@NullMarked
package org.bluelamp.alerts.transfer;

import org.jspecify.annotations.NullMarked;
