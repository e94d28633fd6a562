/** What the platform is made of on one machine, and the order in which it comes and goes. */
@NullMarked
package org.bluelamp.local.part;

import org.jspecify.annotations.NullMarked;
