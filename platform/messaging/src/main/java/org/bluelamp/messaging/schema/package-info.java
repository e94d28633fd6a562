/** Database schemas that platform modules bring along. */
@NullMarked
package org.bluelamp.messaging.schema;

import org.jspecify.annotations.NullMarked;
