/** How neighbourhoods do by what the Neighbourhood Policing Guarantee asks for. */
@NullMarked
package org.bluelamp.directory.scorecard;

import org.jspecify.annotations.NullMarked;
