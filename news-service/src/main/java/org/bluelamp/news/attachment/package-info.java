/** Files that articles offer to download: let in by an allow-list and by what they hold, kept by their hash. */
@NullMarked
package org.bluelamp.news.attachment;

import org.jspecify.annotations.NullMarked;
