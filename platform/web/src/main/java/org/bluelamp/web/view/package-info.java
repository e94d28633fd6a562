/** Shows precompiled JTE templates as views of Spring MVC. */
@NullMarked
package org.bluelamp.web.view;

import org.jspecify.annotations.NullMarked;
