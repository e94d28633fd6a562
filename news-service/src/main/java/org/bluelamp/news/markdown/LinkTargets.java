package org.bluelamp.news.markdown;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.renderer.html.UrlSanitizer;

/**
 * Where a link in an article may lead: web pages, email addresses, telephones, and pages of this site. Everything else,
 * such as {@code javascript:} and {@code data:}, is nowhere.
 */
class LinkTargets implements UrlSanitizer {

    private static final Set<String> SCHEMES = Set.of("http", "https", "mailto", "tel");
    private static final Pattern WITH_SCHEME = Pattern.compile("([a-z][a-z0-9+.-]*):.*", Pattern.DOTALL);

    /** The address, or empty when a link must not lead there. */
    @Override
    public String sanitizeLinkUrl(String url) {
        // Browsers skip control characters and spaces when they look for the scheme, so look as they do.
        String bare = url.replaceAll("[\\p{Cntrl}\\s]", "");
        Matcher scheme = WITH_SCHEME.matcher(bare.toLowerCase(Locale.ROOT));
        if (scheme.matches()) {
            return SCHEMES.contains(scheme.group(1)) ? bare : "";
        }
        if (bare.toLowerCase(Locale.ROOT).startsWith("www.")) {
            return "https://" + bare;
        }
        boolean ofThisSite =
                (bare.startsWith("/") && !bare.startsWith("//") && !bare.startsWith("/\\")) || bare.startsWith("#");
        return ofThisSite ? bare : "";
    }

    /** Images are replaced by our own pictures, links or words before rendering. */
    @Override
    public String sanitizeImageUrl(String url) {
        return "";
    }
}
