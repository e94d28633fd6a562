/** Where staff write, publish and withdraw articles. */
@NullMarked
package org.bluelamp.news.desk;

import org.jspecify.annotations.NullMarked;
