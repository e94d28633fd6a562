@NullMarked
package org.bluelamp.directory.scorecard.web;

import org.jspecify.annotations.NullMarked;
