package org.bluelamp.news.campaign;

/** Somebody changed the campaign since it was read, or its state no longer allows the deed; nothing was saved. */
public class StaleCampaignException extends RuntimeException {

    StaleCampaignException(Object id) {
        super("Campaign " + id + " is not as it was");
    }
}
