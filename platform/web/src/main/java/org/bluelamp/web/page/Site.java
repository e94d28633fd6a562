package org.bluelamp.web.page;

import org.bluelamp.web.asset.Assets;
import org.bluelamp.web.govuk.Component;
import org.bluelamp.web.govuk.Text;
import org.jspecify.annotations.Nullable;

/**
 * What all pages of one force share.
 *
 * @param forceName as people say it, such as "Hertfordshire"
 * @param home the path of the page that the masthead leads to
 * @param publicUrl where residents reach the installation, without a slash at the end
 * @param contact where somebody answers who has a question about the site or a problem with it: an address on the web,
 *     or {@code mailto:} and an email address; null where there is none but the telephone
 * @param assets where styles, scripts and pictures are
 */
public record Site(
        String forceName,
        String home,
        String publicUrl,
        @Nullable String contact,
        Assets assets) {

    private static final String OWN_HOME = "/";

    /** The installation's own force. */
    public Site(String forceName, String publicUrl, @Nullable String contact, Assets assets) {
        this(forceName, OWN_HOME, publicUrl, contact, assets);
    }

    /** The service's name, as titles end with it. */
    public String name() {
        return "Neighbourhood policing in " + forceName;
    }

    /** The same site where it tells of another force. */
    Site of(String otherForce, String otherHome) {
        return new Site(otherForce, otherHome, publicUrl, contact, assets);
    }

    /** Whether it is the installation's own force that these pages tell of. */
    boolean own() {
        return home.equals(OWN_HOME);
    }

    /** A link to {@link #contact}; the words alone where there is none. */
    public Component contactLink(String words) {
        if (contact == null) {
            return new Text(words);
        }
        return contact.startsWith("mailto:") ? new EmailLink(words, contact) : new ExternalLink(words, contact);
    }
}
