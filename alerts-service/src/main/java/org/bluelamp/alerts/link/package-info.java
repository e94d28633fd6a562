@NullMarked
package org.bluelamp.alerts.link;

import org.jspecify.annotations.NullMarked;
