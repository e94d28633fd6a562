package org.bluelamp.web.error;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses at the door what no handler should have to bear: a body longer than anything we take, whether its length is
 * declared or not, and an address with a NUL, which no text of ours can hold. One body too long for the memory would
 * otherwise end the process for everybody.
 */
final class RequestGuard extends OncePerRequestFilter {

    private final int longestBody;
    private final int longestUpload;
    private final boolean containerReadsParts;

    /**
     * @param longestBody of any request but those with parts
     * @param longestUpload of a request with parts
     * @param containerReadsParts whether the container reads bodies with parts itself, by limits of its own
     */
    RequestGuard(DataSize longestBody, DataSize longestUpload, boolean containerReadsParts) {
        this.longestBody = Math.toIntExact(longestBody.toBytes());
        this.longestUpload = Math.toIntExact(longestUpload.toBytes());
        this.containerReadsParts = containerReadsParts;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Errors.remember(request);
        String query = request.getQueryString();
        if (query != null && query.contains("%00")) {
            response.sendError(HttpStatus.BAD_REQUEST.value());
            return;
        }
        int limit = isOf(request, "multipart/") ? longestUpload : longestBody;
        if (request.getContentLengthLong() > limit) {
            refuseAsTooLong(response);
            return;
        }
        HttpServletRequest guarded = request;
        if (hasBodyOfUnknownLength(request) && !containerReads(request)) {
            byte[] body = request.getInputStream().readNBytes(limit + 1);
            if (body.length > limit) {
                refuseAsTooLong(response);
                return;
            }
            guarded = new ReadRequest(request, body);
        }
        try {
            chain.doFilter(guarded, response);
        } catch (IOException | ServletException | RuntimeException failure) {
            InvalidParameterException parameters = parameters(failure);
            if (parameters == null || response.isCommitted()) {
                throw failure;
            }
            response.sendError(parameters.getErrorCode());
        }
    }

    /** The rest of the body is not waited for. */
    private static void refuseAsTooLong(HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.CONNECTION, "close");
        response.sendError(HttpStatus.CONTENT_TOO_LARGE.value());
    }

    private static boolean hasBodyOfUnknownLength(HttpServletRequest request) {
        return request.getContentLengthLong() < 0
                && (request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null
                        || request.getProtocol().startsWith("HTTP/2"));
    }

    /** Forms are read by the container, which stops at limits of its own. */
    private boolean containerReads(HttpServletRequest request) {
        return isOf(request, "application/x-www-form-urlencoded") || containerReadsParts && isOf(request, "multipart/");
    }

    private static boolean isOf(HttpServletRequest request, String type) {
        return Objects.requireNonNullElse(request.getContentType(), "")
                .toLowerCase(Locale.ROOT)
                .startsWith(type);
    }

    /** What the container found wrong with a form when somebody first asked for a parameter. */
    static @Nullable InvalidParameterException parameters(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof InvalidParameterException found) {
                return found;
            }
        }
        return null;
    }

    /** A request whose body was read and is short enough. */
    private static final class ReadRequest extends HttpServletRequestWrapper {

        private final byte[] body;

        ReadRequest(HttpServletRequest request, byte[] body) {
            super(request);
            this.body = body;
        }

        @Override
        public ServletInputStream getInputStream() {
            return new ReadBody(new ByteArrayInputStream(body));
        }

        @Override
        public BufferedReader getReader() {
            String encoding = getCharacterEncoding();
            return new BufferedReader(new InputStreamReader(
                    getInputStream(), encoding == null ? StandardCharsets.UTF_8 : Charset.forName(encoding)));
        }
    }

    private static final class ReadBody extends ServletInputStream {

        private final ByteArrayInputStream body;

        ReadBody(ByteArrayInputStream body) {
            this.body = body;
        }

        @Override
        public int read() {
            return body.read();
        }

        @Override
        public int read(byte[] bytes, int offset, int length) {
            return body.read(bytes, offset, length);
        }

        @Override
        public boolean isFinished() {
            return body.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException("The body has been read");
        }
    }
}
