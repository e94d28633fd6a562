@NullMarked
package org.bluelamp.alerts.notify.web;

import org.jspecify.annotations.NullMarked;
