@NullMarked
package org.bluelamp.news;

import org.jspecify.annotations.NullMarked;
