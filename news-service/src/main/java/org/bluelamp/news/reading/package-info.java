/** What the public reads: lists by area, topic and campaign, articles, the feed and the API. */
@NullMarked
package org.bluelamp.news.reading;

import org.jspecify.annotations.NullMarked;
