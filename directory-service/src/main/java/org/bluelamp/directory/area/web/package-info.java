/** The staff pages of what an area says about itself. */
@NullMarked
package org.bluelamp.directory.area.web;

import org.jspecify.annotations.NullMarked;
