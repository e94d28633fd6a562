@NullMarked
package org.bluelamp.feedback;

import org.jspecify.annotations.NullMarked;
