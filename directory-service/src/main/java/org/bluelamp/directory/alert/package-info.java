/** The copy of alerts-service's alerts: what is live now in an area. */
@NullMarked
package org.bluelamp.directory.alert;

import org.jspecify.annotations.NullMarked;
