@NullMarked
package org.bluelamp.news.picture;

import org.jspecify.annotations.NullMarked;
