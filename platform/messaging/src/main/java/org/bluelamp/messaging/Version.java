package org.bluelamp.messaging;

/**
 * Which state of its aggregate an event tells of, and which held states it takes the place of. An event that announces a
 * change replaces only older states, so that a repetition does nothing. One that answers a request for a snapshot also
 * replaces the very same state: whoever asked distrusts the copy, or wants what it did not take when the event came by.
 * Neither ever replaces a newer one.
 *
 * @param number the aggregate's version, rising with every change
 * @param snapshot whether the event answers a request for a snapshot
 */
public record Version(long number, boolean snapshot) {

    /** The version that a change led to. */
    public static Version of(long number) {
        return new Version(number, false);
    }

    /** The present version, told again because somebody asked. */
    public static Version inSnapshot(long number) {
        return new Version(number, true);
    }

    /**
     * The newest held version that this one replaces. A projection writes {@code where held.version <= :replaces} and
     * compares in no other way.
     */
    public long replaces() {
        return snapshot ? number : number - 1;
    }
}
