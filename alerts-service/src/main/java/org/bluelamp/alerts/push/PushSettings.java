package org.bluelamp.alerts.push;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How browsers are notified.
 *
 * @param key our key for it (RFC 8292): a P-256 private key as PKCS#8 in base64; empty when nobody is notified
 * @param publicKey the same key's public half, as X.509 in base64
 * @param contact how a push service can reach us: {@code mailto:} or {@code https:}
 * @param services the push services of browsers, whose addresses alone are called: origins, whose host may begin with
 *     {@code *.}
 * @param patience how long a push service may take for an answer
 */
@ConfigurationProperties("bluelamp.alerts.push")
public record PushSettings(
        @DefaultValue("") String key,
        @DefaultValue("") String publicKey,
        @DefaultValue("") String contact,

        @DefaultValue({
            "https://fcm.googleapis.com",
            "https://*.push.services.mozilla.com",
            "https://*.notify.windows.com",
            "https://web.push.apple.com"
        })
        List<String> services,

        @DefaultValue("10s") Duration patience) {

    public PushSettings {
        services = List.copyOf(services);
    }

    /** Whether anybody can be notified. */
    public boolean isOffered() {
        return !key.isBlank();
    }

    /** Whether the address belongs to the push service of a browser. */
    boolean allows(URI endpoint) {
        if (endpoint.getHost() == null || endpoint.getUserInfo() != null || endpoint.getFragment() != null) {
            return false;
        }
        var origin = endpoint.getScheme() + "://" + endpoint.getHost()
                + (endpoint.getPort() < 0 ? "" : ":" + endpoint.getPort());
        return services.stream()
                .map(service -> Pattern.quote(service).replace("*.", "\\E(?:[a-z0-9-]+\\.)+\\Q"))
                .anyMatch(origin::matches);
    }

    /** Says no key. */
    @Override
    public String toString() {
        return "PushSettings[services=" + services + "]";
    }
}
