package org.bluelamp.web.page;

import org.bluelamp.web.asset.Assets;

/**
 * What all pages of one force share.
 *
 * @param forceName as people say it, such as "Hertfordshire"
 * @param assets where styles, scripts and pictures are
 */
public record Site(String forceName, Assets assets) {

    /** The service's name, as titles end with it. */
    public String name() {
        return "Neighbourhood policing in " + forceName;
    }
}
