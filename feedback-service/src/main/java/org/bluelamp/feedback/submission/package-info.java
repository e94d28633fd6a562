/** What everything that residents send has in common: a reference, being kept once, being set aside. */
@NullMarked
package org.bluelamp.feedback.submission;

import org.jspecify.annotations.NullMarked;
