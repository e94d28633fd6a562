/** Whether readers found articles useful: counted without knowing who they are. */
@NullMarked
package org.bluelamp.news.usefulness;

import org.jspecify.annotations.NullMarked;
