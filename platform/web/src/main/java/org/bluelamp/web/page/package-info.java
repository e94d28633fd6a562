/** The frame around every page, for residents and for staff, and the value a controller returns to show one. */
@NullMarked
package org.bluelamp.web.page;

import org.jspecify.annotations.NullMarked;
