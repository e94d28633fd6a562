/** The letters in which those who do not want an email for each thing find what is new in their areas. */
@NullMarked
package org.bluelamp.alerts.digest;

import org.jspecify.annotations.NullMarked;
