/** What texts hold that somebody should know of: personal data, threats, words that are blocked. */
@NullMarked
package org.bluelamp.feedback.wording;

import org.jspecify.annotations.NullMarked;
