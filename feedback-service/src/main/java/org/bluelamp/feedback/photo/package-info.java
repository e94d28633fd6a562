/** Photos that residents send with a concern: painted anew, for staff alone, erased early. */
@NullMarked
package org.bluelamp.feedback.photo;

import org.jspecify.annotations.NullMarked;
