@NullMarked
package org.bluelamp.news.desk;

import org.jspecify.annotations.NullMarked;
