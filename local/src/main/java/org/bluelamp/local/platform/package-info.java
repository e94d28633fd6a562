/** The whole platform on one machine: its folder, ports, secrets and parts. */
@NullMarked
package org.bluelamp.local.platform;

import org.jspecify.annotations.NullMarked;
