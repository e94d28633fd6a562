@NullMarked
package org.bluelamp.news.usefulness.web;

import org.jspecify.annotations.NullMarked;
