/** The pages that belong to no service. */
@NullMarked
package org.bluelamp.gateway.page;

import org.jspecify.annotations.NullMarked;
