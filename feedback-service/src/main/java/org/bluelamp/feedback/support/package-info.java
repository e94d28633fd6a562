/** Neighbours who mean the same: what is like a concern, and who supports it. */
@NullMarked
package org.bluelamp.feedback.support;

import org.jspecify.annotations.NullMarked;
