@NullMarked
package org.bluelamp.feedback.team;

import org.jspecify.annotations.NullMarked;
