/** Pictures of articles: painted anew from what is uploaded, kept in the database by their hash, served for ever alike. */
@NullMarked
package org.bluelamp.news.picture;

import org.jspecify.annotations.NullMarked;
