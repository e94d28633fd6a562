@NullMarked
package org.bluelamp.service;

import org.jspecify.annotations.NullMarked;
