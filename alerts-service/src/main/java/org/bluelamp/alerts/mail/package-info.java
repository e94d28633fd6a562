@NullMarked
package org.bluelamp.alerts.mail;

import org.jspecify.annotations.NullMarked;
