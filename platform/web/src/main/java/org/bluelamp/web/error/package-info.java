/**
 * What a reader or a program gets when something goes wrong: a page in plain words that says what to do now, or problem
 * JSON (RFC 9457) that names each field and the reason. Never a stack trace.
 */
@NullMarked
package org.bluelamp.web.error;

import org.jspecify.annotations.NullMarked;
