/** Everything this service holds, for a force that leaves. */
@NullMarked
package org.bluelamp.feedback.leaving;

import org.jspecify.annotations.NullMarked;
