/** Invented articles, so that a fresh platform has something to read. */
@NullMarked
package org.bluelamp.news.demo;

import org.jspecify.annotations.NullMarked;
