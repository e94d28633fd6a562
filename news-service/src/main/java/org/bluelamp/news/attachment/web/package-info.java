/** Where files are served, and the library in which staff keep them. */
@NullMarked
package org.bluelamp.news.attachment.web;

import org.jspecify.annotations.NullMarked;
