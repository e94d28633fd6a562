@NullMarked
package org.bluelamp.web;

import org.jspecify.annotations.NullMarked;
