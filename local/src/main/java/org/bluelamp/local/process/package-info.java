/** Starting operating system processes so that none is ever left behind, and finding free ports. */
@NullMarked
package org.bluelamp.local.process;

import org.jspecify.annotations.NullMarked;
