/** A small application with pages as services have them, to try layout, forms, errors and scripts on. */
@NullMarked
package org.bluelamp.web.sample;

import org.jspecify.annotations.NullMarked;
