/** What neighbourhoods' teams have undertaken to work on: set, reviewed, replaced or completed, and told to everybody. */
@NullMarked
package org.bluelamp.feedback.priority;

import org.jspecify.annotations.NullMarked;
