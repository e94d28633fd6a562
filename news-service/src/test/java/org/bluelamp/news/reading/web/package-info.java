@NullMarked
package org.bluelamp.news.reading.web;

import org.jspecify.annotations.NullMarked;
