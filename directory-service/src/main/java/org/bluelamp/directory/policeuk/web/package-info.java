@NullMarked
package org.bluelamp.directory.policeuk.web;

import org.jspecify.annotations.NullMarked;
