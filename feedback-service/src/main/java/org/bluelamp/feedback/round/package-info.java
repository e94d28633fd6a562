/** Rounds: a period in which the residents of a neighbourhood are asked. A type per state. */
@NullMarked
package org.bluelamp.feedback.round;

import org.jspecify.annotations.NullMarked;
