/** That something happened about what a resident told us: announced without saying about what, for mails. */
@NullMarked
package org.bluelamp.feedback.notice;

import org.jspecify.annotations.NullMarked;
