/** Text messages, kept for what is urgent: who gets them, what they say, and how they are asked for. */
@NullMarked
package org.bluelamp.alerts.sms;

import org.jspecify.annotations.NullMarked;
