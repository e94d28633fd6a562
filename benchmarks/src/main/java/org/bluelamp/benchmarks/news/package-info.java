/** Lists, articles, search and feeds of news-service with many articles, at a constant rate. */
@NullMarked
package org.bluelamp.benchmarks.news;

import org.jspecify.annotations.NullMarked;
