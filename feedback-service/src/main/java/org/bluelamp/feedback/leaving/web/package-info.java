/** Where an administrator takes everything along. */
@NullMarked
package org.bluelamp.feedback.leaving.web;

import org.jspecify.annotations.NullMarked;
