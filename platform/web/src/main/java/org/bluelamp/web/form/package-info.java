/** A form as a page shows it: what was typed and what is wrong with it, together. */
@NullMarked
package org.bluelamp.web.form;

import org.jspecify.annotations.NullMarked;
