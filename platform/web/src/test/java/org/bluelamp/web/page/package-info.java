@NullMarked
package org.bluelamp.web.page;

import org.jspecify.annotations.NullMarked;
