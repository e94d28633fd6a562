@NullMarked
package org.bluelamp.web.govuk;

import org.jspecify.annotations.NullMarked;
