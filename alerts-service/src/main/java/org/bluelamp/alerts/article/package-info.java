@NullMarked
package org.bluelamp.alerts.article;

import org.jspecify.annotations.NullMarked;
