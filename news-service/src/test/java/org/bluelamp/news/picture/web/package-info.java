@NullMarked
package org.bluelamp.news.picture.web;

import org.jspecify.annotations.NullMarked;
