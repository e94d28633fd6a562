package org.bluelamp.feedback;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the form sends people whose matter is not for it.
 *
 * @param reportCrime the page on which a crime is reported
 * @param findCouncil the page on which one finds one's council
 */
@ConfigurationProperties("bluelamp.feedback")
public record FeedbackProperties(URI reportCrime, URI findCouncil) {}
