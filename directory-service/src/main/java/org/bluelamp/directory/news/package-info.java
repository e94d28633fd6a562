@NullMarked
package org.bluelamp.directory.news;

import org.jspecify.annotations.NullMarked;
