/** Pictures that people upload: read without harm and painted anew. */
@NullMarked
package org.bluelamp.images;

import org.jspecify.annotations.NullMarked;
