@NullMarked
package org.bluelamp.service.migration;

import org.jspecify.annotations.NullMarked;
