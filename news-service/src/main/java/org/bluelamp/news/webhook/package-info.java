/** What a force's own tools are told of articles, and when. */
@NullMarked
package org.bluelamp.news.webhook;

import org.jspecify.annotations.NullMarked;
