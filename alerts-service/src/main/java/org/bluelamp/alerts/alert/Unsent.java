package org.bluelamp.alerts.alert;

/** An alert that only staff can see. */
public sealed interface Unsent extends Alert permits Draft, AwaitingApproval {}
