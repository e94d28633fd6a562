@NullMarked
package org.bluelamp.feedback.moderation.web;

import org.jspecify.annotations.NullMarked;
