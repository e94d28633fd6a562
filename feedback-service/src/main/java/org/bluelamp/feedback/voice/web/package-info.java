@NullMarked
package org.bluelamp.feedback.voice.web;

import org.jspecify.annotations.NullMarked;
