/** Keycloak from its Maven distribution, unpacked and built once. */
@NullMarked
package org.bluelamp.local.keycloak;

import org.jspecify.annotations.NullMarked;
