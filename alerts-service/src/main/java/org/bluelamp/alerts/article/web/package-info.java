@NullMarked
package org.bluelamp.alerts.article.web;

import org.jspecify.annotations.NullMarked;
