/** Watch schemes: joining and founding them, and what their coordinators write to the members. */
@NullMarked
package org.bluelamp.alerts.scheme;

import org.jspecify.annotations.NullMarked;
