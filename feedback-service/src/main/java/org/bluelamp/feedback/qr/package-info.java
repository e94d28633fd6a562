/** Addresses as QR codes, on paper and on screens. */
@NullMarked
package org.bluelamp.feedback.qr;

import org.jspecify.annotations.NullMarked;
