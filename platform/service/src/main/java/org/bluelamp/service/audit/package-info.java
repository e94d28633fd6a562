@NullMarked
package org.bluelamp.service.audit;

import org.jspecify.annotations.NullMarked;
