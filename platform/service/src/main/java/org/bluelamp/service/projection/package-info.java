/** The desk at which an operator has copies of others' state set right. */
@NullMarked
package org.bluelamp.service.projection;

import org.jspecify.annotations.NullMarked;
