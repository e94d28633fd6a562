@NullMarked
package org.bluelamp.feedback.following.web;

import org.jspecify.annotations.NullMarked;
