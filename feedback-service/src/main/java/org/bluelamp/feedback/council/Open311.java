package org.bluelamp.feedback.council;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.entity.UrlEncodedFormEntity;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.NameValuePair;
import org.apache.hc.core5.http.message.BasicNameValuePair;
import org.bluelamp.service.outgoing.PublicHttp;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sends a report to a council's end point, as Open311 GeoReport v2 has it. No contact details are sent. */
@Component
class Open311 implements DisposableBean {

    /** No receipt is longer, and nobody fills our memory. */
    private static final int LONGEST_ANSWER = 64 * 1024;

    private static final int LONGEST_RECEIPT = 200;

    private final CloseableHttpClient http;
    private final CouncilSettings settings;
    private final JsonMapper json;

    Open311(CouncilSettings settings, JsonMapper json) {
        this.settings = settings;
        this.json = json;
        this.http = PublicHttp.client(settings.patience(), settings.privateEndPoints());
    }

    /** What came of a call. */
    sealed interface Result {

        /** @param receipt what the council quotes; null when it gave nothing that can be read */
        record Taken(@Nullable String receipt) implements Result {}

        /** It may work later. */
        record Later(String why) implements Result {}

        /** It never will. */
        record Refused(String why) implements Result {}
    }

    Result send(Council council, @Nullable String key, CouncilReports.Due report) {
        @Nullable
        String theme =
                report.themes().stream().filter(council::takes).findFirst().orElse(null);
        if (theme == null) {
            return new Result.Refused("the council takes nothing of the kind any more");
        }
        HttpPost post = new HttpPost(URI.create(council.endPoint() + "/requests.json"));
        post.setEntity(new UrlEncodedFormEntity(fields(council, key, theme, report), StandardCharsets.UTF_8));
        // Time-outs are from one byte to the next; this one is for the whole.
        var end = CompletableFuture.delayedExecutor(settings.patience().toMillis(), TimeUnit.MILLISECONDS);
        CompletableFuture<Void> ended = CompletableFuture.runAsync(post::cancel, end);
        try (ClassicHttpResponse answer = http.executeOpen(HttpHost.create(post.getUri()), post, null)) {
            return result(answer);
        } catch (UnknownHostException e) {
            return new Result.Later("was not found on the public internet");
        } catch (Exception e) {
            return new Result.Later(post.isCancelled() ? "did not answer in time" : "could not be reached");
        } finally {
            ended.cancel(false);
        }
    }

    private static List<NameValuePair> fields(
            Council council, @Nullable String key, String theme, CouncilReports.Due report) {
        List<NameValuePair> fields = new ArrayList<>();
        if (!council.jurisdiction().isEmpty()) {
            fields.add(new BasicNameValuePair("jurisdiction_id", council.jurisdiction()));
        }
        if (key != null) {
            fields.add(new BasicNameValuePair("api_key", key));
        }
        fields.add(new BasicNameValuePair("service_code", council.services().get(theme)));
        if (report.lat() != null && report.lng() != null) {
            fields.add(new BasicNameValuePair("lat", report.lat().toString()));
            fields.add(new BasicNameValuePair("long", report.lng().toString()));
        }
        fields.add(new BasicNameValuePair(
                "address_string",
                report.place().isEmpty() ? report.areaName() : report.place() + ", " + report.areaName()));
        fields.add(new BasicNameValuePair(
                "description",
                report.text() + (report.times().isEmpty() ? "" : "\n\nWhen: " + report.times())
                        + "\n\nPassed on by the police, reference " + report.reference()));
        return fields;
    }

    private Result result(ClassicHttpResponse answer) throws IOException {
        int code = answer.getCode();
        if (code >= 200 && code < 300) {
            return new Result.Taken(receipt(answer));
        }
        boolean ours = code >= 400 && code < 500 && code != 408 && code != 425 && code != 429;
        return ours ? new Result.Refused("refused it (" + code + ")") : new Result.Later("answered " + code);
    }

    /** The id of the request, or the token by which it can be asked for. */
    private @Nullable String receipt(ClassicHttpResponse answer) throws IOException {
        if (answer.getEntity() == null) {
            return null;
        }
        try (InputStream body = answer.getEntity().getContent()) {
            JsonNode told = json.readTree(body.readNBytes(LONGEST_ANSWER));
            JsonNode first = told.isArray() ? told.path(0) : told;
            String id = first.path("service_request_id").asString("");
            // Signs that nobody sees are none of a receipt, and one of them no row can hold.
            String receipt = (id.isEmpty() ? first.path("token").asString("") : id)
                    .replaceAll("\\p{C}", "")
                    .strip();
            return receipt.isEmpty() || receipt.length() > LONGEST_RECEIPT ? null : receipt;
        } catch (JacksonException e) {
            return null;
        }
    }

    @Override
    public void destroy() throws IOException {
        http.close();
    }
}
