@NullMarked
package org.bluelamp.alerts.reach.web;

import org.jspecify.annotations.NullMarked;
