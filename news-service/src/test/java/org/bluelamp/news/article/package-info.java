@NullMarked
package org.bluelamp.news.article;

import org.jspecify.annotations.NullMarked;
