/** Photos of members: made small and harmless from what is uploaded, kept in the database, served with immutable addresses. */
@NullMarked
package org.bluelamp.directory.photo;

import org.jspecify.annotations.NullMarked;
