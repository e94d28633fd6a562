/** Notifications of browsers by Web Push: devices that asked for them, and how they are told. */
@NullMarked
package org.bluelamp.alerts.push;

import org.jspecify.annotations.NullMarked;
