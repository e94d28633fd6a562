@NullMarked
package org.bluelamp.news.template.web;

import org.jspecify.annotations.NullMarked;
