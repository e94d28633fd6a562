/** A place that a resident marks on a map which the server draws. */
@NullMarked
package org.bluelamp.feedback.pin;

import org.jspecify.annotations.NullMarked;
