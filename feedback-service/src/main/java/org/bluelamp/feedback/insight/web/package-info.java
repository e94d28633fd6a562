/** The pages and maps of what was added up. */
@NullMarked
package org.bluelamp.feedback.insight.web;

import org.jspecify.annotations.NullMarked;
