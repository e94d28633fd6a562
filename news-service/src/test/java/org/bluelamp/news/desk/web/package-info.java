@NullMarked
package org.bluelamp.news.desk.web;

import org.jspecify.annotations.NullMarked;
