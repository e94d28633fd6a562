package org.bluelamp.gateway.route;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.cloud.gateway.server.mvc.common.MvcUtils;
import org.springframework.cloud.gateway.server.mvc.handler.GatewayServerResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.HandlerFilterFunction;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Keeps what a service lets any cache keep ({@code Cache-Control: public, max-age}) for some seconds in memory, and asks
 * the service once when many ask at the same moment: an alert sends tens of thousands to one page within a minute.
 *
 * <p>Nothing is kept of the staff portal, of who carries a session or sends a body, of answers with a cookie or of such that
 * differ by more than their compression ({@code Vary}).
 */
@Component
class PageCache implements HandlerFilterFunction<ServerResponse, ServerResponse> {

    static final Duration LONGEST = Duration.ofSeconds(10);

    private static final int LARGEST_PAGE = 1024 * 1024;

    private static final long MEMORY = 32L * 1024 * 1024;

    /** As long as a service may take to answer the one who asked first. */
    private static final Duration PATIENCE = Duration.ofSeconds(12);

    private static final Pattern MAX_AGE = Pattern.compile("(?:^|[ ,])max-age=(\\d{1,9})");

    /** What would make the service answer with less than the whole page, or with a packed one. */
    private static final List<String> FOR_ONE_READER_ONLY = List.of(
            HttpHeaders.IF_NONE_MATCH,
            HttpHeaders.IF_MODIFIED_SINCE,
            HttpHeaders.IF_RANGE,
            HttpHeaders.RANGE,
            HttpHeaders.ACCEPT_ENCODING);

    private final AsyncCache<String, Answer> answers = Caffeine.newBuilder()
            .maximumWeight(MEMORY)
            .<String, Answer>weigher((address, answer) -> 2 * address.length() + answer.weight())
            .expireAfter(Expiry.<String, Answer>creating((address, answer) -> answer.life()))
            .executor(Runnable::run)
            .buildAsync();

    private final String sessionCookie;

    PageCache(@Value("${server.servlet.session.cookie.name}") String sessionCookie) {
        this.sessionCookie = sessionCookie;
    }

    @Override
    public ServerResponse filter(ServerRequest request, HandlerFunction<ServerResponse> next) throws Exception {
        HttpServletRequest servlet = request.servletRequest();
        if (!request.method().equals(HttpMethod.GET)
                || servlet.getServletPath().startsWith("/staff")
                || hasSession(servlet)
                || hasBody(servlet)) {
            return next.handle(request);
        }
        // Services know two kinds of readers by what they accept: people, and programs that take JSON.
        String address = servlet.getRequestURI()
                + '?'
                + servlet.getQueryString()
                + ' '
                + request.headers().firstHeader(HttpHeaders.ACCEPT);
        CompletableFuture<Answer> asking = new CompletableFuture<>();
        CompletableFuture<Answer> known = answers.asMap().putIfAbsent(address, asking);
        if (known == null) {
            return ask(request, next, asking);
        }
        Answer answer = waitFor(known);
        return answer instanceof Page page ? page.response() : next.handle(request);
    }

    private static ServerResponse ask(
            ServerRequest request, HandlerFunction<ServerResponse> next, CompletableFuture<Answer> asking)
            throws Exception {
        try {
            ServerRequest whole = ServerRequest.from(request)
                    .headers(headers -> FOR_ONE_READER_ONLY.forEach(headers::remove))
                    .build();
            ServerResponse response = next.handle(whole);
            Answer answer = read(whole, response);
            // Why one reader was refused or led elsewhere may lie in what only they sent.
            if (response.statusCode().equals(HttpStatus.OK)) {
                asking.complete(answer);
            }
            return answer instanceof Page page ? page.response() : response;
        } finally {
            // After anything but a page nobody waits for it, and it is not kept.
            asking.cancel(false);
        }
    }

    private static @Nullable Answer waitFor(CompletableFuture<Answer> known) throws InterruptedException {
        try {
            return known.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException | CancellationException notAnswered) {
            return null;
        }
    }

    private static Answer read(ServerRequest request, ServerResponse response) throws IOException {
        HttpHeaders headers = response.headers();
        long seconds = Math.min(mayBeKept(response) ? maxAge(headers) : 0, LONGEST.toSeconds());
        if (seconds == 0
                || !(MvcUtils.getAttribute(request, MvcUtils.CLIENT_RESPONSE_ATTR)
                        instanceof ClientHttpResponse open)) {
            return new NotForAll();
        }
        try (open) {
            byte[] body = open.getBody().readAllBytes();
            HttpHeaders kept = new HttpHeaders();
            kept.putAll(headers);
            return new Page(kept, body, Duration.ofSeconds(seconds), System.nanoTime());
        }
    }

    private static boolean mayBeKept(ServerResponse response) {
        HttpHeaders headers = response.headers();
        long length = headers.getContentLength();
        return response.statusCode().equals(HttpStatus.OK)
                && length >= 0
                && length <= LARGEST_PAGE
                && !headers.containsHeader(HttpHeaders.SET_COOKIE)
                && !headers.containsHeader(HttpHeaders.CONTENT_ENCODING)
                && headers.getVary().stream().allMatch(HttpHeaders.ACCEPT_ENCODING::equalsIgnoreCase);
    }

    /** Seconds; 0 when not every cache may keep it. */
    private static long maxAge(HttpHeaders headers) {
        String rule =
                String.join(",", headers.getOrEmpty(HttpHeaders.CACHE_CONTROL)).toLowerCase(Locale.ROOT);
        Matcher age = MAX_AGE.matcher(rule);
        return rule.contains("public") && !rule.contains("no-store") && !rule.contains("no-cache") && age.find()
                ? Long.parseLong(age.group(1))
                : 0;
    }

    /** Whoever asks with a body sends it as slowly as they like, and the service is asked no sooner. */
    private static boolean hasBody(HttpServletRequest request) {
        return request.getContentLengthLong() > 0 || request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
    }

    private boolean hasSession(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return cookies != null
                && Arrays.stream(cookies).anyMatch(cookie -> cookie.getName().equals(sessionCookie));
    }

    /** What became of asking a service. */
    private sealed interface Answer {

        /** Bytes. */
        int weight();

        Duration life();
    }

    /** Each reader asks for themselves; remembered, so that they need not wait for each other. */
    private record NotForAll() implements Answer {

        @Override
        public int weight() {
            return 100;
        }

        @Override
        public Duration life() {
            return LONGEST;
        }
    }

    private record Page(HttpHeaders headers, byte[] body, Duration life, long since) implements Answer {

        @Override
        public int weight() {
            return body.length + 1000;
        }

        /** The page, or 304 to who has it already. */
        ServerResponse response() {
            long age = Duration.ofNanos(System.nanoTime() - since).toSeconds();
            return GatewayServerResponse.ok()
                    .headers(all -> {
                        all.putAll(headers);
                        all.set(HttpHeaders.AGE, Long.toString(age));
                    })
                    .build((request, response) -> {
                        response.setContentLength(body.length);
                        response.getOutputStream().write(body);
                        return null;
                    });
        }
    }
}
