@NullMarked
package org.bluelamp.news.markdown;

import org.jspecify.annotations.NullMarked;
