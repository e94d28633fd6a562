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
import org.bluelamp.benchmarks.report.Latencies;

/** Residents who send forms, each after the answer to the one before, for a while. */
final class Senders {

    private Senders() {}

    /**
     * What came of it.
     *
     * @param taken how many were answered as they should be
     * @param refused how many were answered otherwise
     * @param seconds how long it took
     * @param latencies how long those that were taken took each
     */
    record Sent(int taken, int refused, double seconds, Latencies latencies) {

        double perSecond() {
            return taken / seconds;
        }
    }

    /** Sends forms, the numbers going up from nought, each answered by a redirect when it was taken. */
    static Sent send(URI address, int people, Duration time, IntFunction<Map<String, String>> form)
            throws InterruptedException {
        return send(address, people, time, 303, form);
    }

    /** The same for forms that are answered otherwise. */
    static Sent send(URI address, int people, Duration time, int right, IntFunction<Map<String, String>> form)
            throws InterruptedException {
        Latencies latencies = new Latencies();
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
                        long sent = System.nanoTime();
                        try {
                            int status = http.send(request, HttpResponse.BodyHandlers.discarding())
                                    .statusCode();
                            if (status == right) {
                                taken.incrementAndGet();
                                latencies.record(System.nanoTime() - sent);
                            } else {
                                refused.incrementAndGet();
                            }
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
        return new Sent(taken.get(), refused.get(), (System.nanoTime() - begun) / 1e9, latencies);
    }

    private static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
