@NullMarked
package org.bluelamp.feedback.concern;

import org.jspecify.annotations.NullMarked;
