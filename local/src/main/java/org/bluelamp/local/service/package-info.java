/** The gateway and the services from their jars, unpacked and with a cache of loaded classes. */
@NullMarked
package org.bluelamp.local.service;

import org.jspecify.annotations.NullMarked;
