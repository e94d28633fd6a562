@NullMarked
package org.bluelamp.news.webhook.web;

import org.jspecify.annotations.NullMarked;
