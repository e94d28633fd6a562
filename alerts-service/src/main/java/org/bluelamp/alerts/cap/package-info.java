/** Alerts for programs: CAP 1.2 documents (OASIS Common Alerting Protocol) and feeds of them. */
@NullMarked
package org.bluelamp.alerts.cap;

import org.jspecify.annotations.NullMarked;
