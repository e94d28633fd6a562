package org.bluelamp.news.campaign;

/** Where a public campaign stands on a day. */
public enum Phase {
    CURRENT,
    COMING,
    PAST
}
