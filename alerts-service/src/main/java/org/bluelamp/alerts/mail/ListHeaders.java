package org.bluelamp.alerts.mail;

import java.util.LinkedHashMap;
import java.util.Map;

/** The headers by which mail programs recognise what a mail is. */
public final class ListHeaders {

    private ListHeaders() {}

    /** A machine's answer to something the reader did; no out-of-office reply is wanted (RFC 3834). */
    public static Map<String, String> personal() {
        return Map.of("Auto-Submitted", "auto-generated");
    }

    /** The stable name of the list of those who follow areas, for a force's domain. */
    public static String areasListId(String domain) {
        return "News of your area <areas.alerts." + domain + ">";
    }

    /** The stable name of the list of those who want to hear of what they told the police, for a force's domain. */
    public static String casesListId(String domain) {
        return "News of what you told us <cases.alerts." + domain + ">";
    }

    /**
     * A mail to everybody on a list, with the way off it: by one click in the mail program (RFC 8058, RFC 2369).
     *
     * @param listId the list's stable name, of the form {@code name <label.domain>} (RFC 2919)
     * @param unsubscribe the address that a POST to ends the subscription
     */
    public static Map<String, String> list(String listId, String unsubscribe) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("Auto-Submitted", "auto-generated");
        headers.put("Precedence", "bulk");
        headers.put("List-Id", listId);
        headers.put("List-Unsubscribe", "<" + unsubscribe + ">");
        headers.put("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        return headers;
    }
}
