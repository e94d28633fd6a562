/** Calls to a service under test, as a browser or a program makes them. */
@NullMarked
package org.bluelamp.testing.web;

import org.jspecify.annotations.NullMarked;
