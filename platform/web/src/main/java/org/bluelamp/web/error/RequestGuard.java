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
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.bluelamp.web.WebProperties;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.PathContainer;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Refuses at the door what no handler should have to bear: a body longer than anything we take, whether its length is
 * declared or not, and an address with a NUL, which no text of ours can hold. One body too long for the memory would
 * otherwise end the process for everybody. Files are taken only where a handler wants one, and only some at a time: the
 * container writes them to the disk, however slowly they come.
 */
final class RequestGuard extends OncePerRequestFilter {

    private static final String RETRY_AFTER_SECONDS = "10";

    private final int longestBody;
    private final int longestUpload;
    private final List<PathPattern> uploads;
    private final boolean containerReadsParts;
    private final Semaphore turns;

    /**
     * @param limits what a request with parts may be longer than others, and where; one that does not declare its length
     *     and that the container does not read is held in memory until its length is known, so it may be no longer than
     *     others
     * @param containerReadsParts whether the container reads bodies with parts itself, by limits of its own and onto the
     *     disk
     */
    RequestGuard(WebProperties.RequestProperties limits, boolean containerReadsParts) {
        this.longestBody = Math.toIntExact(limits.longestBody().toBytes());
        this.longestUpload = Math.toIntExact(limits.longestUpload().toBytes());
        this.uploads = limits.uploads().stream()
                .map(PathPatternParser.defaultInstance::parse)
                .toList();
        this.containerReadsParts = containerReadsParts;
        this.turns = new Semaphore(limits.uploadsAtOnce());
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
        boolean parts = isOf(request, "multipart/");
        boolean upload = parts && takesFiles(request);
        boolean unknown = hasBodyOfUnknownLength(request);
        // What the container would read in chunks it reads as far as a file may go, whoever sends it.
        if (request.getContentLengthLong() > (upload ? longestUpload : longestBody)
                || parts && !upload && unknown && containerReadsParts) {
            refuseAsTooLong(response);
            return;
        }
        if (!upload || !containerReadsParts || !unknown && request.getContentLengthLong() <= longestBody) {
            pass(request, response, chain);
        } else if (turns.tryAcquire()) {
            try {
                pass(request, response, chain);
            } finally {
                turns.release();
            }
        } else {
            response.setHeader(HttpHeaders.CONNECTION, "close");
            response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
            response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
        }
    }

    private void pass(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpServletRequest guarded = request;
        if (hasBodyOfUnknownLength(request) && !containerReads(request)) {
            byte[] body = request.getInputStream().readNBytes(longestBody + 1);
            if (body.length > longestBody) {
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

    private boolean takesFiles(HttpServletRequest request) {
        PathContainer path;
        try {
            path = PathContainer.parsePath(request.getServletPath());
        } catch (IllegalArgumentException e) {
            // The address holds a percent sign of its own, as none of ours does.
            return false;
        }
        return uploads.stream().anyMatch(pattern -> pattern.matches(path));
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
