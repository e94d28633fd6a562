/** GOV.UK Notify, which takes emails and text messages and tells later whether they arrived. */
@NullMarked
package org.bluelamp.alerts.notify;

import org.jspecify.annotations.NullMarked;
