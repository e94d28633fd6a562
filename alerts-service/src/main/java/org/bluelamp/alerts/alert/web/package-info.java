@NullMarked
package org.bluelamp.alerts.alert.web;

import org.jspecify.annotations.NullMarked;
