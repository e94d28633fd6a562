/** What crosses between services, for the tests of those who send it and of those who receive it. */
@NullMarked
package org.bluelamp.testing.contract;

import org.jspecify.annotations.NullMarked;
