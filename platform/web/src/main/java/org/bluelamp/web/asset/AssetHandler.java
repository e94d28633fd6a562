package org.bluelamp.web.asset;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.GZIPOutputStream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Serves {@code /assets/<hash>/<name>}. With the hash of today a browser may keep the answer for a year. With another
 * hash, as while a release is rolled out and pages of two versions meet, it gets today's file and asks again soon.
 */
public final class AssetHandler implements HttpRequestHandler {

    private static final Map<String, String> TYPES = Map.of(
            "css", "text/css;charset=UTF-8",
            "js", "text/javascript;charset=UTF-8",
            "svg", "image/svg+xml",
            "png", "image/png");

    private final Assets assets;
    private final Map<String, byte[]> compressed = new ConcurrentHashMap<>();

    public AssetHandler(Assets assets) {
        this.assets = assets;
    }

    @Override
    public void handleRequest(HttpServletRequest request, HttpServletResponse response)
            throws IOException, HttpRequestMethodNotSupportedException {
        if (!HttpMethod.GET.matches(request.getMethod()) && !HttpMethod.HEAD.matches(request.getMethod())) {
            throw new HttpRequestMethodNotSupportedException(
                    request.getMethod(), java.util.List.of(HttpMethod.GET.name(), HttpMethod.HEAD.name()));
        }
        String path = Objects.toString(request.getAttribute(HandlerMapping.PATH_WITHIN_HANDLER_MAPPING_ATTRIBUTE), "");
        int slash = path.indexOf('/');
        String name = path.substring(slash + 1);
        byte[] content = assets.content(name);
        if (slash < 0 || content == null) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        boolean current = path.substring(0, slash).equals(assets.version());
        response.setContentType(
                TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "application/octet-stream"));
        response.setHeader(
                HttpHeaders.CACHE_CONTROL, current ? "public, max-age=31536000, immutable" : "public, max-age=60");
        response.setHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        response.setHeader("X-Content-Type-Options", "nosniff");
        byte[] body = content;
        if (Objects.toString(request.getHeader(HttpHeaders.ACCEPT_ENCODING), "").contains("gzip")) {
            body = compressed.computeIfAbsent(name, key -> gzip(content));
            response.setHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
        response.setContentLength(body.length);
        if (HttpMethod.GET.matches(request.getMethod())) {
            response.getOutputStream().write(body);
        }
    }

    private static byte[] gzip(byte[] content) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(content);
        } catch (IOException impossibleInMemory) {
            throw new UncheckedIOException(impossibleInMemory);
        }
        return packed.toByteArray();
    }
}
