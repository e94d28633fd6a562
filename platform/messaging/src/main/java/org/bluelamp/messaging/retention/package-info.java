/** What is deleted once it has served. */
@NullMarked
package org.bluelamp.messaging.retention;

import org.jspecify.annotations.NullMarked;
