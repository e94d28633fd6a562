package org.bluelamp.alerts.subscription;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.bluelamp.contact.MailAddress;
import org.springframework.stereotype.Component;

/**
 * Domains whose mailboxes are thrown away after minutes and open to everybody: nobody confirms there who still reads
 * there next week. The list is that of the npm package disposable-email-domains (MIT licence); what a force adds to it
 * and takes from it is configuration.
 */
@Component
class DisposableDomains {

    private static final String LIST = "/disposable-domains.txt.gz";

    private final Set<String> domains;

    DisposableDomains(SignUpSettings settings) {
        domains = listed();
        settings.refusedDomains().forEach(domain -> domains.add(domain.toLowerCase(Locale.ROOT)));
        settings.acceptedDomains().forEach(domain -> domains.remove(domain.toLowerCase(Locale.ROOT)));
    }

    /** Whether the address is of such a domain, or of one below it. */
    boolean hold(MailAddress address) {
        var domain = address.normalised().substring(address.value().lastIndexOf('@') + 1);
        for (var from = 0; from >= 0; from = domain.indexOf('.', from) < 0 ? -1 : domain.indexOf('.', from) + 1) {
            if (domains.contains(domain.substring(from))) {
                return true;
            }
        }
        return false;
    }

    private static Set<String> listed() {
        var list = DisposableDomains.class.getResourceAsStream(LIST);
        if (list == null) {
            throw new IllegalStateException("There is no list " + LIST);
        }
        try (var lines =
                new BufferedReader(new InputStreamReader(new GZIPInputStream(list), StandardCharsets.US_ASCII))) {
            return lines.lines().collect(Collectors.toCollection(HashSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
