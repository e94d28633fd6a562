@NullMarked
package org.bluelamp.feedback.support.web;

import org.jspecify.annotations.NullMarked;
