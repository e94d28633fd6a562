@NullMarked
package org.bluelamp.k8s;

import org.jspecify.annotations.NullMarked;
