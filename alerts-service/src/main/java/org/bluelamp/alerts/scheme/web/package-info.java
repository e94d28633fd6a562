@NullMarked
package org.bluelamp.alerts.scheme.web;

import org.jspecify.annotations.NullMarked;
