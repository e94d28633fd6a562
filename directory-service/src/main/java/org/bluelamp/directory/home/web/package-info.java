@NullMarked
package org.bluelamp.directory.home.web;

import org.jspecify.annotations.NullMarked;
