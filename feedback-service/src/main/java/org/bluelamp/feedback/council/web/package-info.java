@NullMarked
package org.bluelamp.feedback.council.web;

import org.jspecify.annotations.NullMarked;
