package org.bluelamp.benchmarks.pages;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.http.impl.DefaultConnectionReuseStrategy;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.message.BasicHeader;
import org.apache.hc.core5.util.Timeout;

/** People who read pages, each a virtual thread. They take compressed answers, as browsers do, and keep them so. */
public final class Readers implements AutoCloseable {

    private static final Timeout CONNECT = Timeout.ofSeconds(10);
    private static final Timeout ANSWER = Timeout.ofSeconds(30);

    private final CloseableHttpClient http;

    private Readers(CloseableHttpClient http) {
        this.http = http;
    }

    /** So many who come back again and again over connections that stay open. */
    public static Readers returning(int count) {
        return new Readers(builder(count)
                .setConnectionReuseStrategy(DefaultConnectionReuseStrategy.INSTANCE)
                .build());
    }

    /** The same with a token of a member of staff. */
    public static Readers signedIn(int count, String authorization) {
        return new Readers(builder(count)
                .setConnectionReuseStrategy(DefaultConnectionReuseStrategy.INSTANCE)
                .setDefaultHeaders(List.of(new BasicHeader(HttpHeaders.AUTHORIZATION, authorization)))
                .build());
    }

    /** At most so many at once, each over a connection of their own. */
    static Readers passing(int count) {
        return new Readers(builder(count)
                .setConnectionReuseStrategy((request, response, context) -> false)
                .build());
    }

    private static HttpClientBuilder builder(int connections) {
        return HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setMaxConnPerRoute(connections)
                        .setMaxConnTotal(connections)
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(CONNECT)
                                .setSocketTimeout(ANSWER)
                                .build())
                        .build())
                .setDefaultRequestConfig(
                        RequestConfig.custom().setResponseTimeout(ANSWER).build())
                .disableContentCompression()
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement();
    }

    /** So many read the page one request after the other, for so long. */
    Reading read(URI page, int readers, Duration time) {
        return read(List.of(page), readers, time);
    }

    /** So many read the pages in turn, one request after the other, for so long. */
    public Reading read(List<URI> pages, int readers, Duration time) {
        Reading reading = new Reading();
        long end = System.nanoTime() + time.toNanos();
        try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int reader = 0; reader < readers; reader++) {
                people.submit(() -> {
                    for (int n = 0; System.nanoTime() < end; n++) {
                        get(pages.get(n % pages.size()), System.nanoTime(), reading);
                    }
                });
            }
        }
        return reading.ended();
    }

    /**
     * So many come once each, spread evenly over the time, whether or not those before them were served. Their waiting
     * counts from when they came.
     */
    Reading crowd(URI page, int people, Duration time) {
        Reading reading = new Reading();
        long begin = System.nanoTime();
        try (ExecutorService arrivals = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int person = 0; person < people; person++) {
                long arrival = begin + time.toNanos() * person / people;
                arrivals.submit(() -> {
                    sleepUntil(arrival);
                    get(page, arrival, reading);
                });
            }
        }
        return reading.ended();
    }

    /**
     * So many come a second, to the pages in turn, whether or not those before them were served. Their waiting counts
     * from when they came.
     */
    public Reading arriving(List<URI> pages, int perSecond, Duration time) {
        return arriving(pages.stream().map(page -> new Question(page, "")).toList(), perSecond, time, HttpStatus.SC_OK);
    }

    /**
     * The same of feed readers that have what is there, and say so; right is only the answer that it still holds.
     *
     * @param times of {@link TimesInside}, to begin anew once they have it
     */
    public Reading askingAgain(List<URI> feeds, int perSecond, Duration time, URI times) throws IOException {
        List<Question> again = new ArrayList<>();
        for (URI feed : feeds) {
            String tag = http.execute(new HttpGet(feed), response -> {
                EntityUtils.consume(response.getEntity());
                return response.getFirstHeader(HttpHeaders.ETAG).getValue();
            });
            again.add(new Question(feed, tag));
        }
        inside(times);
        return arriving(again, perSecond, time, HttpStatus.SC_NOT_MODIFIED);
    }

    /** What {@link TimesInside} found since it was asked last, in milliseconds, in the order of its percentiles. */
    public List<String> inside(URI times) throws IOException {
        return http.execute(
                new HttpGet(times),
                response -> EntityUtils.toString(response.getEntity()).lines().toList());
    }

    private Reading arriving(List<Question> requests, int perSecond, Duration time, int right) {
        Reading reading = new Reading();
        long begin = System.nanoTime();
        long count = perSecond * time.toSeconds();
        try (ExecutorService arrivals = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int n = 0; n < count; n++) {
                long arrival = begin + TimeUnit.SECONDS.toNanos(1) * n / perSecond;
                Question wanted = requests.get(n % requests.size());
                sleepUntil(arrival);
                arrivals.submit(() -> send(wanted.request(), arrival, right, reading));
            }
        }
        return reading.ended();
    }

    private void get(URI page, long since, Reading reading) {
        send(new HttpGet(page), since, HttpStatus.SC_OK, reading);
    }

    private void send(HttpGet request, long since, int right, Reading reading) {
        request.setHeader(HttpHeaders.ACCEPT, "text/html, */*;q=0.8");
        request.setHeader(HttpHeaders.ACCEPT_ENCODING, "gzip");
        try {
            http.execute(request, response -> {
                HttpEntity body = response.getEntity();
                int length = body == null ? 0 : EntityUtils.toByteArray(body).length;
                if (response.getCode() == right) {
                    reading.answered(System.nanoTime() - since, length);
                } else {
                    reading.failed("status " + response.getCode());
                }
                return length;
            });
        } catch (IOException e) {
            reading.failed(e.getClass().getSimpleName());
        }
    }

    /**
     * What one reader asks.
     *
     * @param held the tag of what the reader has; empty for nothing
     */
    private record Question(URI page, String held) {

        HttpGet request() {
            HttpGet request = new HttpGet(page);
            if (!held.isEmpty()) {
                request.setHeader(HttpHeaders.IF_NONE_MATCH, held);
            }
            return request;
        }
    }

    private static void sleepUntil(long nanoTime) {
        try {
            TimeUnit.NANOSECONDS.sleep(nanoTime - System.nanoTime());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        try {
            http.close();
        } catch (IOException e) {
            // It was measured all the same.
        }
    }
}
