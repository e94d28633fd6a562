@NullMarked
package org.bluelamp.feedback.area.web;

import org.jspecify.annotations.NullMarked;
