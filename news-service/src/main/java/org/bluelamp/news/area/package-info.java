@NullMarked
package org.bluelamp.news.area;

import org.jspecify.annotations.NullMarked;
