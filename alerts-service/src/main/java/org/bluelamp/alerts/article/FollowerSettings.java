package org.bluelamp.alerts.article;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When followers are told of an article.
 *
 * @param freshFor an article published longer ago tells nobody, for example when all are announced again
 * @param notAfter how long after its publication a mail may still go out, for example after an outage
 */
@ConfigurationProperties("bluelamp.alerts.articles")
public record FollowerSettings(
        @DefaultValue("3d") Duration freshFor,
        @DefaultValue("4d") Duration notAfter) {}
