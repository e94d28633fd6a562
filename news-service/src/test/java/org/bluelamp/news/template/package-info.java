@NullMarked
package org.bluelamp.news.template;

import org.jspecify.annotations.NullMarked;
