package org.bluelamp.alerts.link;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.bluelamp.service.area.AreaCode;

/** The addresses of the pages that mails lead to. */
public final class AlertLinks {

    /** The list of everybody who gets mail about areas; what an unsubscribe link in such a mail ends. */
    public static final String AREAS_LIST = "areas";

    /** What a link is about that names mails about a case. */
    public static final String CASE = "case";

    private static final Duration MANAGE_FOR = Duration.ofDays(90);

    private final SignedLinks links;
    private final String publicUrl;
    private final Clock clock;

    /** @param publicUrl where residents reach the platform, without a slash at the end */
    public AlertLinks(SignedLinks links, URI publicUrl, Clock clock) {
        this.links = links;
        this.publicUrl = publicUrl.toString().replaceAll("/+$", "");
        this.clock = clock;
    }

    /** The page that confirms a sign-up. */
    public String confirm(UUID signUp, Instant expires) {
        return publicUrl + "/alerts/confirm/" + links.sign(LinkPurpose.CONFIRM, signUp, "", expires);
    }

    /** A subscriber's own page, for 90 days: a mail that was forwarded must not give it away for ever. */
    public String manage(UUID subscriber) {
        return publicUrl + managePath(subscriber);
    }

    /** The same without the host, for redirects. */
    public String managePath(UUID subscriber) {
        return "/alerts/manage/"
                + links.sign(LinkPurpose.MANAGE, subscriber, "", clock.instant().plus(MANAGE_FOR));
    }

    /** The page on which a coordinator writes to their scheme. Whether it still works is kept with the link, not in it. */
    public String write(UUID link) {
        return publicUrl + "/alerts/manage/" + links.sign(LinkPurpose.WRITE, link, "", null) + "/write";
    }

    /** The page, and the target of one click, that takes a subscriber off the list of areas; works for ever. */
    public String unsubscribe(UUID subscriber) {
        return publicUrl + "/alerts/unsubscribe/" + links.sign(LinkPurpose.UNSUBSCRIBE, subscriber, AREAS_LIST, null);
    }

    /** The page that confirms that mails about a case are wanted. */
    public String confirmCase(UUID caseNews, Instant expires) {
        return publicUrl + "/alerts/confirm/" + links.sign(LinkPurpose.CONFIRM, caseNews, CASE, expires);
    }

    /** The page, and the target of one click, that ends mails about a case; works for ever. */
    public String unsubscribeCase(UUID caseNews) {
        return publicUrl + "/alerts/unsubscribe/" + links.sign(LinkPurpose.UNSUBSCRIBE, caseNews, CASE, null);
    }

    /** An article's page. */
    public String article(String slug) {
        return publicUrl + "/news/" + slug;
    }

    /** A page by its path. */
    public String page(String path) {
        return publicUrl + path;
    }

    /** The page of an area; the force as a whole has the list of all. */
    public String area(AreaCode area) {
        var below = area.value().indexOf('/');
        return publicUrl + "/your-area" + (below < 0 ? "" : area.value().substring(below));
    }

    /** The list of all articles. */
    public String news() {
        return publicUrl + "/news";
    }

    /** An alert's page. */
    public String alert(String reference) {
        return publicUrl + "/alerts/" + reference;
    }

    /** The page about alerts. */
    public String about() {
        return publicUrl + "/alerts";
    }
}
