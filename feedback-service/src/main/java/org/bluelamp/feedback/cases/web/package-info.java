@NullMarked
package org.bluelamp.feedback.cases.web;

import org.jspecify.annotations.NullMarked;
