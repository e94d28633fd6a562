/** What browsers are told and asked, so that other sites cannot misuse ours. */
@NullMarked
package org.bluelamp.gateway.defence;

import org.jspecify.annotations.NullMarked;
