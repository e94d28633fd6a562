@NullMarked
package org.bluelamp.feedback.watch;

import org.jspecify.annotations.NullMarked;
