package org.bluelamp.alerts.push;

import org.bluelamp.alerts.delivery.Writer;

/** Writes the notifications of one kind of item. */
public interface PushWriter extends Writer<PushMessage> {}
