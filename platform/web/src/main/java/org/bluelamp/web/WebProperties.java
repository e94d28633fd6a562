package org.bluelamp.web;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What a force sets about its pages.
 *
 * @param forceName as people say it
 * @param publicUrl where residents reach the installation
 * @param contactUrl where somebody answers who has trouble with the site: the force's own page for that, or
 *     {@code mailto:} and an email address; pages name 101 while it is empty
 * @param assets whether this application serves styles and scripts
 * @param requests what may be sent
 */
@ConfigurationProperties("bluelamp")
public record WebProperties(
        @DefaultValue("Hertfordshire") String forceName,
        @DefaultValue("http://localhost:8080") String publicUrl,
        @DefaultValue("") String contactUrl,
        @DefaultValue AssetProperties assets,
        @DefaultValue RequestProperties requests) {

    /** @throws IllegalArgumentException telling what cannot be meant; the application then does not start */
    public WebProperties {
        if (forceName.isBlank()) {
            throw new IllegalArgumentException("bluelamp.force-name must not be empty");
        }
        if (!contactUrl.isEmpty() && !contactUrl.matches("https?://.+|mailto:[^@]+@[^@]+")) {
            throw new IllegalArgumentException(
                    "bluelamp.contact-url must begin with https:// or mailto: and is " + contactUrl);
        }
        publicUrl = publicUrl.replaceFirst("/+$", "");
    }

    /**
     * @param longestBody of a request; a longer one is refused
     * @param longestUpload of a request with parts to an address that takes files
     * @param uploads the addresses that take files, such as {@code /staff/news/pictures/{code}}; with parts or without,
     *     elsewhere a request is no longer than any
     * @param uploadsAtOnce how many requests longer than any other this process reads at the same moment: so many times
     *     the longest of them is what they fill of the disk; the gateway passes them on while they come, so that so many
     *     of its connections to a service is what they hold
     * @param patience how long a body that this process reads whole may take to arrive
     * @param heldAtOnce what all such bodies together may take of the memory, until their requests are answered
     */
    public record RequestProperties(
            @DefaultValue("256KB") DataSize longestBody,
            @DefaultValue("256KB") DataSize longestUpload,
            @DefaultValue List<String> uploads,
            @DefaultValue("2") int uploadsAtOnce,
            @DefaultValue("60s") Duration patience,
            @DefaultValue("64MB") DataSize heldAtOnce) {

        /**
         * @throws IllegalArgumentException when a length is not between 1 KB and 64 MB: each request may fill the memory so
         *     far; when no upload may be read; when a body has no time to arrive; or when the longest of them has no room
         */
        public RequestProperties {
            check("longest-body", longestBody);
            check("longest-upload", longestUpload);
            uploads = List.copyOf(uploads);
            if (uploadsAtOnce < 1) {
                throw new IllegalArgumentException("bluelamp.requests.uploads-at-once must be 1 or more");
            }
            if (!patience.isPositive()) {
                throw new IllegalArgumentException("bluelamp.requests.patience must be more than nothing");
            }
            if (heldAtOnce.compareTo(longestBody) < 0 || heldAtOnce.toGigabytes() > 1) {
                throw new IllegalArgumentException(
                        "bluelamp.requests.held-at-once must be between longest-body and 1GB, and is " + heldAtOnce);
            }
        }

        private static void check(String name, DataSize size) {
            if (size.toKilobytes() < 1 || size.toMegabytes() > 64) {
                throw new IllegalArgumentException(
                        "bluelamp.requests." + name + " must be between 1KB and 64MB, and is " + size);
            }
        }
    }

    /** @param serve true in the gateway only */
    public record AssetProperties(@DefaultValue("false") boolean serve) {}
}
