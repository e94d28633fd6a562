package org.bluelamp.local.mail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.bluelamp.local.LocalException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads what a running mail catcher has caught. */
public final class Mailbox {

    private static final long PAUSE_MILLIS = 200;

    private final URI address;
    private final HttpClient http;
    private final JsonMapper json = JsonMapper.builder().build();

    /** The catcher whose pages are at the address. */
    public Mailbox(URI address, HttpClient http) {
        this.address = address;
        this.http = http;
    }

    /** All mails, the newest first. */
    public List<Mail> mails() {
        return read("");
    }

    /** The mails to an address, the newest first. */
    public List<Mail> mailsTo(String recipient) {
        return read("?to=" + URLEncoder.encode(recipient, StandardCharsets.UTF_8));
    }

    /**
     * Waits for a mail to an address.
     *
     * @throws LocalException when none came in time; says which did
     */
    public Mail await(String recipient, Predicate<Mail> wanted, Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        while (true) {
            List<Mail> mails = mailsTo(recipient);
            Optional<Mail> found = mails.stream().filter(wanted).findFirst();
            if (found.isPresent()) {
                return found.get();
            }
            if (System.nanoTime() > end) {
                throw new LocalException("No such mail to " + recipient + " in " + limit.toSeconds() + " s, only "
                        + mails.stream().map(Mail::subject).toList());
            }
            try {
                Thread.sleep(PAUSE_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new LocalException("Interrupted while waiting for a mail", e);
            }
        }
    }

    private List<Mail> read(String query) {
        HttpRequest request = HttpRequest.newBuilder(address.resolve("/api/mails" + query))
                .timeout(Duration.ofSeconds(10))
                .build();
        try {
            String body = http.send(request, BodyHandlers.ofString()).body();
            return json.readValue(body, new TypeReference<List<Mail>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException("The mail catcher does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalException("Interrupted while reading mails", e);
        }
    }
}
