package org.bluelamp.directory.policeuk.importing;

import io.github.bucket4j.BlockingBucket;
import io.github.bucket4j.Bucket;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bluelamp.service.importing.ImportRefused;
import org.springframework.web.util.UriUtils;

/**
 * A server that speaks as data.police.uk does. It is asked 15 times a second at most, 30 times at the start, which is what
 * data.police.uk allows. When it says that this is too much, or fails, it is asked again after pauses that grow, or after
 * the pause it asks for.
 */
final class HttpAnswers implements Answers {

    private static final int PER_SECOND = 15;
    private static final int BURST = 30;
    private static final int TRIES = 7;
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int MOST_BYTES = 20_000_000;

    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final int TOO_MANY = 429;
    private static final int FAILED = 500;

    private final String base;
    private final Duration firstPause;
    private final Clock clock;
    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    private final BlockingBucket rate = Bucket.builder()
            .addLimit(limit -> limit.capacity(BURST).refillGreedy(PER_SECOND, Duration.ofSeconds(1)))
            .build()
            .asBlocking();

    /** @param firstPause how long to wait after the first failure; each further one doubles it */
    HttpAnswers(String base, Duration firstPause, Clock clock) {
        this.base = base.replaceFirst("/+$", "");
        this.firstPause = firstPause;
        this.clock = clock;
    }

    @Override
    public Optional<byte[]> read(List<String> path) {
        URI address = URI.create(base + "/"
                + path.stream()
                        .map(part -> UriUtils.encode(part, StandardCharsets.UTF_8))
                        .collect(Collectors.joining("/")));
        try {
            for (int tried = 1; ; tried++) {
                rate.consume(1);
                Duration pause = firstPause.multipliedBy(1L << (tried - 1));
                String failure;
                try {
                    HttpResponse<byte[]> answer = ask(address);
                    int status = answer.statusCode();
                    if (status == OK) {
                        return Optional.of(answer.body());
                    }
                    if (status == NOT_FOUND) {
                        return Optional.empty();
                    }
                    failure = "answers " + status;
                    if (status != TOO_MANY && status < FAILED) {
                        throw gaveUp(address, failure);
                    }
                    pause = answer.headers()
                            .firstValue("Retry-After")
                            .flatMap(this::asked)
                            .orElse(pause);
                } catch (IOException e) {
                    failure = "cannot be read (" + e + ")";
                }
                if (tried == TRIES) {
                    throw gaveUp(address, failure);
                }
                Thread.sleep(pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ImportRefused("The import was interrupted.", e);
        }
    }

    private HttpResponse<byte[]> ask(URI address) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(address)
                        .timeout(PATIENCE)
                        .header("Accept", "application/json")
                        .header("User-Agent", "Bluelamp directory import")
                        .build(),
                BodyHandlers.limiting(BodyHandlers.ofByteArray(), MOST_BYTES));
    }

    /** Retry-After is seconds or a date (RFC 9110, section 10.2.3). */
    private Optional<Duration> asked(String retryAfter) {
        try {
            if (retryAfter.strip().matches("\\d{1,6}")) {
                return Optional.of(Duration.ofSeconds(Long.parseLong(retryAfter.strip())));
            }
            Duration until = Duration.between(
                    clock.instant(),
                    ZonedDateTime.parse(retryAfter.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant());
            return Optional.of(until.isNegative() ? Duration.ZERO : until);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static ImportRefused gaveUp(URI address, String failure) {
        return new ImportRefused(address + " " + failure
                + ". What was read so far is kept: the same command goes on from there, with --fresh it begins anew.");
    }
}
