package org.bluelamp.webhook;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Locale;
import org.bluelamp.service.outgoing.PublicAddresses;

/** Judges the address of a tool before it is kept. */
final class TargetUrl {

    private static final int LIMIT = 500;

    private TargetUrl() {}

    /**
     * The address, as it is called.
     *
     * @param service whose name stands in the example that a refusal gives
     * @throws BadTargetException when it cannot be one; the message says why, for who typed it
     */
    static URI read(String typed, boolean privateTargets, String service) {
        URI url;
        try {
            url = new URI(typed.strip());
        } catch (URISyntaxException e) {
            throw new BadTargetException("Enter an address on the web, such as https://tools.example.org/" + service);
        }
        String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
        if (url.getHost() == null || !scheme.matches("https?") || typed.strip().length() > LIMIT) {
            throw new BadTargetException("Enter an address on the web, such as https://tools.example.org/" + service);
        }
        if (!privateTargets && !scheme.equals("https")) {
            throw new BadTargetException("Enter an address that begins with https://, so that nobody reads along");
        }
        if (url.getUserInfo() != null || url.getFragment() != null) {
            throw new BadTargetException("Enter the address without a name, a password or anything after a # in it");
        }
        try {
            new PublicAddresses(privateTargets).resolve(url.getHost());
        } catch (UnknownHostException e) {
            throw new BadTargetException(
                    "Enter the address of a tool on the public internet: " + url.getHost() + " is not found there");
        }
        return url;
    }
}
