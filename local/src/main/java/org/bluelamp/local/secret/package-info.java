/** Secrets of one machine: made at the first start, kept for the next. */
@NullMarked
package org.bluelamp.local.secret;

import org.jspecify.annotations.NullMarked;
