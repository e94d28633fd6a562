/**
 * Alerts that staff send to the people of an area: written, approved, sent, updated, called back and ended. The model is
 * free of frameworks; {@link org.bluelamp.alerts.alert.AlertDesk} is where it meets them.
 */
@NullMarked
package org.bluelamp.alerts.alert;

import org.jspecify.annotations.NullMarked;
