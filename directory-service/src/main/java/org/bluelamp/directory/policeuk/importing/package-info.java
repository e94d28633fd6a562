/** Brings a force in from the national police data, or from whoever publishes the same JSON. */
@NullMarked
package org.bluelamp.directory.policeuk.importing;

import org.jspecify.annotations.NullMarked;
