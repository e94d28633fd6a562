package org.bluelamp.alerts.subscription.web;

import org.bluelamp.alerts.link.LinkPurpose;
import org.bluelamp.alerts.link.LinkReading;
import org.bluelamp.alerts.link.SignedLinks;
import org.springframework.stereotype.Component;

/** Reads the token of a page's address or refuses it. */
@Component
class Tokens {

    private final SignedLinks links;

    Tokens(SignedLinks links) {
        this.links = links;
    }

    /** @throws BadLink when the token is not good for this */
    LinkReading.Valid read(LinkPurpose purpose, String token) {
        return switch (links.read(purpose, token)) {
            case LinkReading.Valid valid -> valid;
            case LinkReading.Expired expired -> throw BadLink.expired();
            case LinkReading.Forged forged -> throw BadLink.forged();
        };
    }
}
