@NullMarked
package org.bluelamp.web.form;

import org.jspecify.annotations.NullMarked;
