@NullMarked
package org.bluelamp.news.attachment.web;

import org.jspecify.annotations.NullMarked;
