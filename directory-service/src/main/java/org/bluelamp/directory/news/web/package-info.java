@NullMarked
package org.bluelamp.directory.news.web;

import org.jspecify.annotations.NullMarked;
