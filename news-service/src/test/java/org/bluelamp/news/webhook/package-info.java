@NullMarked
package org.bluelamp.news.webhook;

import org.jspecify.annotations.NullMarked;
