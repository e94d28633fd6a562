@NullMarked
package org.bluelamp.web.error;

import org.jspecify.annotations.NullMarked;
