/** How a person can be reached: read from what they typed, and kept so that a database alone does not tell it. */
@NullMarked
package org.bluelamp.contact;

import org.jspecify.annotations.NullMarked;
