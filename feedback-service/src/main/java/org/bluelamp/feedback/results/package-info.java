/** What rounds found: added up beside the intake, and read ready-made. */
@NullMarked
package org.bluelamp.feedback.results;

import org.jspecify.annotations.NullMarked;
