/** The design's rules, as tests that every service runs. */
@NullMarked
package org.bluelamp.testing.design;

import org.jspecify.annotations.NullMarked;
