@NullMarked
package org.bluelamp.feedback.survey.web;

import org.jspecify.annotations.NullMarked;
