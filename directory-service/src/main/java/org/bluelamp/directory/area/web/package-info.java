@NullMarked
package org.bluelamp.directory.area.web;

import org.jspecify.annotations.NullMarked;
