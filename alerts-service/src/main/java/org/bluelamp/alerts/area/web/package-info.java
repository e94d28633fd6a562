/** Maps of areas to draw on. */
@NullMarked
package org.bluelamp.alerts.area.web;

import org.jspecify.annotations.NullMarked;
