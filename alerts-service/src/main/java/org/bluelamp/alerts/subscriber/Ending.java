package org.bluelamp.alerts.subscriber;

/**
 * Why and whence something ended; kept with it.
 *
 * @param reason what happened, for example {@code unsubscribed}
 * @param source where, for example {@code one-click}
 */
public record Ending(String reason, String source) {

    /** The person used the button that their mail program offers (RFC 8058). */
    public static final Ending ONE_CLICK = new Ending("unsubscribed", "one-click");

    /** The person pressed the button on the unsubscribe page. */
    public static final Ending UNSUBSCRIBE_PAGE = new Ending("unsubscribed", "unsubscribe-page");

    /** The person stopped one or all areas on their own page. */
    public static final Ending MANAGE_PAGE = new Ending("unsubscribed", "manage-page");

    /** The person had their address deleted on their own page. */
    public static final Ending ERASED = new Ending("erased", "manage-page");

    /** The person told their mail provider that our mail is not wanted. */
    public static final Ending COMPLAINED = new Ending("complained", "provider");
}
