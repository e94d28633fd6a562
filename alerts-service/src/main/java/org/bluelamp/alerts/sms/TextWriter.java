package org.bluelamp.alerts.sms;

import org.bluelamp.alerts.delivery.Writer;

/** Writes the text messages of one kind of item. */
public interface TextWriter extends Writer<TextMessage> {}
