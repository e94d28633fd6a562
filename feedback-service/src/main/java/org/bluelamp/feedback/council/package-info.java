/** What the council acts on and the police cannot: handed over, with a receipt for the resident. */
@NullMarked
package org.bluelamp.feedback.council;

import org.jspecify.annotations.NullMarked;
