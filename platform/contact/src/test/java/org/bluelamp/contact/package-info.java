@NullMarked
package org.bluelamp.contact;

import org.jspecify.annotations.NullMarked;
