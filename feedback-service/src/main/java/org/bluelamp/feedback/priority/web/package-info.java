@NullMarked
package org.bluelamp.feedback.priority.web;

import org.jspecify.annotations.NullMarked;
