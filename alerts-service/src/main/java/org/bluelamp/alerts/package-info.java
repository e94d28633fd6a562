@NullMarked
package org.bluelamp.alerts;

import org.jspecify.annotations.NullMarked;
