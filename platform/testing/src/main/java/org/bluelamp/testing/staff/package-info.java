/** Members of staff for tests, with access tokens that a service checks as it checks real ones. */
@NullMarked
package org.bluelamp.testing.staff;

import org.jspecify.annotations.NullMarked;
