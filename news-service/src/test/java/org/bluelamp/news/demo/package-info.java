@NullMarked
package org.bluelamp.news.demo;

import org.jspecify.annotations.NullMarked;
