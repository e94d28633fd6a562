@NullMarked
package org.bluelamp.feedback.area;

import org.jspecify.annotations.NullMarked;
