/** Documents for programs, such as feeds. */
@NullMarked
package org.bluelamp.web.xml;

import org.jspecify.annotations.NullMarked;
