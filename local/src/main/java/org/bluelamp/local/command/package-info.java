/** What the bluelamp script runs. */
@NullMarked
package org.bluelamp.local.command;

import org.jspecify.annotations.NullMarked;
