/** What residents bring, how it is answered and what rises suddenly, added up for those who lead the work. */
@NullMarked
package org.bluelamp.feedback.insight;

import org.jspecify.annotations.NullMarked;
