@NullMarked
package org.bluelamp.news.social;

import org.jspecify.annotations.NullMarked;
