@NullMarked
package org.bluelamp.directory.team.web;

import org.jspecify.annotations.NullMarked;
