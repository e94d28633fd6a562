@NullMarked
package org.bluelamp.feedback.demo;

import org.jspecify.annotations.NullMarked;
