package org.bluelamp.benchmarks.imports;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Somebody who asks for a postcode again and again while the table of postcodes is replaced. */
final class Asking implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofMillis(10);

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI question;
    private final Thread thread;
    private volatile boolean ended;
    private volatile long answered;
    private volatile long failed;
    private volatile long slowest;

    private Asking(URI question) {
        this.question = question;
        this.thread = Thread.ofVirtual().start(this::ask);
    }

    static Asking begin(URI question) {
        return new Asking(question);
    }

    private void ask() {
        HttpRequest request =
                HttpRequest.newBuilder(question).timeout(Duration.ofSeconds(30)).build();
        while (!ended) {
            long begin = System.nanoTime();
            try {
                int status = http.send(request, BodyHandlers.discarding()).statusCode();
                // Not found is an answer too.
                if (status == 200 || status == 404) {
                    answered = answered + 1;
                } else {
                    failed = failed + 1;
                }
                slowest = Math.max(slowest, System.nanoTime() - begin);
                Thread.sleep(PAUSE);
            } catch (IOException e) {
                failed = failed + 1;
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    String figures() {
        return answered + " answered, " + failed + " failed, slowest " + slowest / 1_000_000 + " ms";
    }

    @Override
    public void close() throws InterruptedException {
        ended = true;
        thread.join();
        http.close();
    }
}
