@NullMarked
package org.bluelamp.feedback.theme;

import org.jspecify.annotations.NullMarked;
