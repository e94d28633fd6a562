@NullMarked
package org.bluelamp.feedback.round.web;

import org.jspecify.annotations.NullMarked;
