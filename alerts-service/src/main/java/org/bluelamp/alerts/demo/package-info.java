/** Invented alerts, so that a fresh platform has something to show. */
@NullMarked
package org.bluelamp.alerts.demo;

import org.jspecify.annotations.NullMarked;
