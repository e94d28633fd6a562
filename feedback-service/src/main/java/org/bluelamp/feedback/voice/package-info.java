/** One voice each in a round, without knowing whose. */
@NullMarked
package org.bluelamp.feedback.voice;

import org.jspecify.annotations.NullMarked;
