/** Texts that staff copy to the accounts of their areas on social networks. */
@NullMarked
package org.bluelamp.news.social;

import org.jspecify.annotations.NullMarked;
