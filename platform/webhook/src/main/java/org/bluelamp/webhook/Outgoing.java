package org.bluelamp.webhook;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.bluelamp.service.outgoing.PublicHttp;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;

/**
 * Makes one signed call, as Standard Webhooks 1.0 says: no redirect is followed, any answer from 200 to 299 is a yes, and
 * the answer's words are not read.
 */
class Outgoing implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(Outgoing.class);

    private static final int GONE = 410;

    private final CloseableHttpClient http;
    private final WebhookSettings settings;
    private final Clock clock;

    Outgoing(WebhookSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.http = PublicHttp.client(settings.patience(), settings.privateTargets());
    }

    /**
     * What came of a call.
     *
     * @param taken whether the tool took it
     * @param forGood whether it never will: the tool said that nobody listens there any more
     * @param words for staff
     */
    record Result(boolean taken, boolean forGood, String words) {}

    Result call(String url, List<Secret> secrets, UUID id, String body) {
        Instant now = clock.instant();
        HttpPost post = new HttpPost(URI.create(url));
        post.setEntity(new StringEntity(body, ContentType.APPLICATION_JSON));
        post.setHeader("webhook-id", id.toString());
        post.setHeader("webhook-timestamp", Long.toString(now.getEpochSecond()));
        post.setHeader(
                "webhook-signature",
                secrets.stream()
                        .map(secret -> secret.sign(id.toString(), now, body))
                        .collect(Collectors.joining(" ")));
        // Time-outs are from one byte to the next; this one is for the whole.
        var end = CompletableFuture.delayedExecutor(settings.patience().toMillis(), TimeUnit.MILLISECONDS);
        CompletableFuture<Void> ended = CompletableFuture.runAsync(post::cancel, end);
        try (ClassicHttpResponse answer = http.executeOpen(HttpHost.create(post.getUri()), post, null)) {
            return result(answer.getCode());
        } catch (Exception e) {
            log.info("A webhook target could not be called: {}", e.toString());
            return new Result(false, false, post.isCancelled() ? "did not answer in time" : words(e));
        } finally {
            ended.cancel(false);
        }
    }

    private static Result result(int code) {
        if (code >= 200 && code < 300) {
            return new Result(true, false, "took it (" + code + ")");
        }
        if (code == GONE) {
            return new Result(false, true, "said that nobody listens there any more (410)");
        }
        if (code >= 300 && code < 400) {
            return new Result(false, false, "sent us elsewhere (" + code + "); add the address that it means");
        }
        return new Result(false, false, "refused it (" + code + ")");
    }

    private static String words(Exception e) {
        return switch (e) {
            case UnknownHostException _ -> "was not found on the public internet";
            case SSLException _ -> "has no certificate that can be trusted";
            case SocketTimeoutException _ -> "did not answer in time";
            case ConnectException _ -> "could not be reached";
            case IOException _ -> "broke off";
            default -> "could not be called";
        };
    }

    @Override
    public void destroy() throws IOException {
        http.close();
    }
}
