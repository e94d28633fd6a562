@NullMarked
package org.bluelamp.webhook;

import org.jspecify.annotations.NullMarked;
