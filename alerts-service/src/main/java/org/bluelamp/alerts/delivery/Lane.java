package org.bluelamp.alerts.delivery;

/**
 * Which deliveries go before which: a lane is emptied before the next is looked at, and the worker kept for the first
 * two lanes never carries bulk. The order of the constants is the order of sending and is stored.
 */
public enum Lane {
    /** Alerts about something happening now. */
    URGENT,
    /** What one person asked for and waits for, such as a confirmation. */
    TRANSACTIONAL,
    /** The same to many, such as an article to its followers. */
    BULK,
    /** Letters that can wait for a quiet hour. */
    DIGEST
}
