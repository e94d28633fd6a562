@NullMarked
package org.bluelamp.service.security;

import org.jspecify.annotations.NullMarked;
