/** A catcher for every mail the platform sends, with pages to read them. */
@NullMarked
package org.bluelamp.local.mail;

import org.jspecify.annotations.NullMarked;
