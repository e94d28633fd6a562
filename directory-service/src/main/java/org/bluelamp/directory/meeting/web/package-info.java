@NullMarked
package org.bluelamp.directory.meeting.web;

import org.jspecify.annotations.NullMarked;
