@NullMarked
package org.bluelamp.feedback.results.web;

import org.jspecify.annotations.NullMarked;
