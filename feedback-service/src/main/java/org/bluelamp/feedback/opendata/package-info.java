/** What everybody may take and use: what rounds found, and what residents raise, as CSV and JSON. */
@NullMarked
package org.bluelamp.feedback.opendata;

import org.jspecify.annotations.NullMarked;
