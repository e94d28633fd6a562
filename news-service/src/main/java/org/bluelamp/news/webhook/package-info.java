/** Signed calls that tell a force's own tools what was published, corrected and withdrawn. */
@NullMarked
package org.bluelamp.news.webhook;

import org.jspecify.annotations.NullMarked;
