/** Weeks of action: their own page, the teams taking part, and texts that are ready for social networks. */
@NullMarked
package org.bluelamp.news.campaign;

import org.jspecify.annotations.NullMarked;
