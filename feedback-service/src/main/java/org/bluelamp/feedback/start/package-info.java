/** Where a member of staff begins, and what waits for them. */
@NullMarked
package org.bluelamp.feedback.start;

import org.jspecify.annotations.NullMarked;
