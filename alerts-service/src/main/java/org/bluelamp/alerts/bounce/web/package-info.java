@NullMarked
package org.bluelamp.alerts.bounce.web;

import org.jspecify.annotations.NullMarked;
