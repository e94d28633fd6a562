/** What feedback-service tells of cases and their promises, and whom to tell of it by mail. */
@NullMarked
package org.bluelamp.alerts.casenews;

import org.jspecify.annotations.NullMarked;
