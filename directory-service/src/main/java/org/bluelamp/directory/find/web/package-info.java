@NullMarked
package org.bluelamp.directory.find.web;

import org.jspecify.annotations.NullMarked;
