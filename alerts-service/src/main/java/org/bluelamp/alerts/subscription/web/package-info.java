@NullMarked
package org.bluelamp.alerts.subscription.web;

import org.jspecify.annotations.NullMarked;
