/** Texts to begin articles from: an appeal, a notice, advice that returns every year. */
@NullMarked
package org.bluelamp.news.template;

import org.jspecify.annotations.NullMarked;
