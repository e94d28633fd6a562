/** Signing staff in with Keycloak, and out again. */
@NullMarked
package org.bluelamp.gateway.signin;

import org.jspecify.annotations.NullMarked;
