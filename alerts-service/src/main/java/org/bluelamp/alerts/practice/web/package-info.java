/** Says on each page of the portal that it is practice. */
@NullMarked
package org.bluelamp.alerts.practice.web;

import org.jspecify.annotations.NullMarked;
