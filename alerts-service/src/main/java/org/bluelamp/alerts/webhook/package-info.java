/** What a force's own tools are told of alerts, and when. */
@NullMarked
package org.bluelamp.alerts.webhook;

import org.jspecify.annotations.NullMarked;
