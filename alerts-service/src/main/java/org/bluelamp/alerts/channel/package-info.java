/** What all ways of reaching people have in common: providers that take messages, and what is known of each. */
@NullMarked
package org.bluelamp.alerts.channel;

import org.jspecify.annotations.NullMarked;
