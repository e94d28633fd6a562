package org.bluelamp.alerts.channel;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Calls providers over HTTP, with one time-out for the whole of an answer, and follows nobody elsewhere. */
public final class HttpCalls implements AutoCloseable {

    private static final int LONGEST_ANSWER = 1_000_000;

    private final Duration patience;
    private final HttpClient http;

    /** @param patience how long an answer may take */
    public HttpCalls(Duration patience) {
        this.patience = patience;
        this.http = HttpClient.newBuilder()
                .connectTimeout(patience)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /**
     * Makes a call. The client's own time-out would end with the answer's head.
     *
     * @throws NotAccepted when there is no answer
     */
    public HttpResponse<String> answer(HttpRequest request) throws NotAccepted {
        var answer = http.sendAsync(
                request, BodyHandlers.limiting(BodyHandlers.ofString(StandardCharsets.UTF_8), LONGEST_ANSWER));
        try {
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            answer.cancel(true);
            throw NotAccepted.unreachable(late);
        } catch (ExecutionException failed) {
            throw NotAccepted.unreachable(failed.getCause() instanceof IOException broken ? broken : failed);
        } catch (InterruptedException stopped) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw NotAccepted.unreachable(stopped);
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
