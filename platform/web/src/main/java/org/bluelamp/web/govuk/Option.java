package org.bluelamp.web.govuk;

/** A row in a list of answers: a {@link Choice} or a {@link Divider} between choices. */
public sealed interface Option permits Choice, Divider {}
