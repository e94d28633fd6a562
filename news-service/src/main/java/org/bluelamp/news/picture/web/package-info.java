/** Where pictures are served, and the library in which staff keep them. */
@NullMarked
package org.bluelamp.news.picture.web;

import org.jspecify.annotations.NullMarked;
