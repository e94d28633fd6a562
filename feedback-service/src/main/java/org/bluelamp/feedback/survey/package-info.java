/** What a round asks: questions with branches, and what a resident answers. Free of frameworks. */
@NullMarked
package org.bluelamp.feedback.survey;

import org.jspecify.annotations.NullMarked;
