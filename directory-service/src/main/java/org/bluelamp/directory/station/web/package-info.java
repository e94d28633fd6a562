/** The staff pages of stations. */
@NullMarked
package org.bluelamp.directory.station.web;

import org.jspecify.annotations.NullMarked;
