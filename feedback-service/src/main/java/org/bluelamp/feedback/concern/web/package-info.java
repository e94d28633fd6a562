@NullMarked
package org.bluelamp.feedback.concern.web;

import org.jspecify.annotations.NullMarked;
