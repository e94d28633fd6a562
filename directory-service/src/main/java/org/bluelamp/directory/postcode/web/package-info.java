@NullMarked
package org.bluelamp.directory.postcode.web;

import org.jspecify.annotations.NullMarked;
