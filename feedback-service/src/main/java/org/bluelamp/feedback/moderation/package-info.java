/** What of concerns everybody may read: nothing until a person has let it out and the rules allow it. */
@NullMarked
package org.bluelamp.feedback.moderation;

import org.jspecify.annotations.NullMarked;
