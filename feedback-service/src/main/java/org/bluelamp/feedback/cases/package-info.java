/** Messages that a neighbourhood's team owes an answer, on the clock of 72 hours. */
@NullMarked
package org.bluelamp.feedback.cases;

import org.jspecify.annotations.NullMarked;
