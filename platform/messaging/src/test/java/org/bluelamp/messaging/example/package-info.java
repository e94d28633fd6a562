/** Two small services to test messaging with: a town that owns lamps, and a watch that keeps a copy of them. */
@NullMarked
package org.bluelamp.messaging.example;

import org.jspecify.annotations.NullMarked;
