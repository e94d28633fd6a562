package org.bluelamp.benchmarks.feedback;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/** Residents who send forms, each after the answer to the one before, for a while. */
final class Senders {

    private Senders() {}

    /**
     * What came of it.
     *
     * @param taken how many were taken
     * @param refused how many were answered otherwise
     * @param seconds how long it took
     */
    record Sent(int taken, int refused, double seconds) {

        double perSecond() {
            return taken / seconds;
        }
    }

    /** Sends forms, the numbers going up from nought, each answered by a redirect when it was taken. */
    static Sent send(URI address, int people, Duration time, IntFunction<Map<String, String>> form)
            throws InterruptedException {
        AtomicInteger next = new AtomicInteger();
        AtomicInteger taken = new AtomicInteger();
        AtomicInteger refused = new AtomicInteger();
        long begun = System.nanoTime();
        long end = begun + time.toNanos();
        try (HttpClient http = HttpClient.newHttpClient();
                ExecutorService all = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int n = 0; n < people; n++) {
                all.submit(() -> {
                    while (System.nanoTime() < end) {
                        HttpRequest request = HttpRequest.newBuilder(address)
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString(encoded(form.apply(next.getAndIncrement()))))
                                .build();
                        try {
                            int status = http.send(request, HttpResponse.BodyHandlers.discarding())
                                    .statusCode();
                            (status == 303 ? taken : refused).incrementAndGet();
                        } catch (IOException e) {
                            refused.incrementAndGet();
                        }
                    }
                    return null;
                });
            }
            all.shutdown();
            all.awaitTermination(time.toSeconds() + 60, TimeUnit.SECONDS);
        }
        return new Sent(taken.get(), refused.get(), (System.nanoTime() - begun) / 1e9);
    }

    private static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
