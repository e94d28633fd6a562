/** Styles, scripts and pictures: compiled into this module's jar, addressed by their content. */
@NullMarked
package org.bluelamp.web.asset;

import org.jspecify.annotations.NullMarked;
