package org.bluelamp.web;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a force sets about its pages.
 *
 * @param forceName as people say it
 * @param assets whether this application serves styles and scripts
 */
@ConfigurationProperties("bluelamp")
public record WebProperties(
        @DefaultValue("Hertfordshire") String forceName,
        @DefaultValue AssetProperties assets) {

    /** @param serve true in the gateway only */
    public record AssetProperties(@DefaultValue("false") boolean serve) {}
}
