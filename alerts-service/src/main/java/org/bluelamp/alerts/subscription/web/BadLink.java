package org.bluelamp.alerts.subscription.web;

/** Somebody came with a link that does not work, and nothing was changed. */
final class BadLink extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean expired;

    private BadLink(boolean expired) {
        super(expired ? "A link that is no longer good" : "A link that was never ours", null, false, false);
        this.expired = expired;
    }

    static BadLink expired() {
        return new BadLink(true);
    }

    static BadLink forged() {
        return new BadLink(false);
    }

    boolean isExpired() {
        return expired;
    }
}
