/** What all that programs send has in common. */
@NullMarked
package org.bluelamp.feedback.submission.web;

import org.jspecify.annotations.NullMarked;
