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
import java.time.Duration;
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
 * container writes them to the disk, however slowly they come. In the gateway a body is whole before any service is asked,
 * so that who sends slowly holds no connection to one.
 */
final class RequestGuard extends OncePerRequestFilter {

    private static final String RETRY_AFTER_SECONDS = "10";

    private static final String UNREAD = RequestGuard.class.getName() + ".unread";

    private final int longestBody;
    private final int longestUpload;
    private final List<PathPattern> uploads;
    private final boolean containerReadsParts;
    private final Semaphore turns;
    private final Duration patience;
    private final Semaphore room;

    /**
     * @param limits what a request with parts may be longer than others, and where; one that does not declare its length
     *     and that the container does not read is held in memory until its length is known, so it may be no longer than
     *     others
     * @param containerReadsParts whether the container reads bodies with parts itself, by limits of its own and onto the
     *     disk; it does not in the gateway, which passes bodies on
     */
    RequestGuard(WebProperties.RequestProperties limits, boolean containerReadsParts) {
        this.longestBody = Math.toIntExact(limits.longestBody().toBytes());
        this.longestUpload = Math.toIntExact(limits.longestUpload().toBytes());
        this.uploads = limits.uploads().stream()
                .map(PathPatternParser.defaultInstance::parse)
                .toList();
        this.containerReadsParts = containerReadsParts;
        this.turns = new Semaphore(limits.uploadsAtOnce());
        this.patience = limits.patience();
        this.room = new Semaphore(Math.toIntExact(limits.heldAtOnce().toBytes()));
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
            refuse(request, response, HttpStatus.CONTENT_TOO_LARGE);
            return;
        }
        boolean large = request.getContentLengthLong() > longestBody || unknown && containerReadsParts;
        if (!upload || !large) {
            pass(request, response, chain);
        } else if (turns.tryAcquire()) {
            try {
                pass(request, response, chain);
            } finally {
                turns.release();
            }
        } else {
            refuse(request, response, HttpStatus.TOO_MANY_REQUESTS);
        }
    }

    private void pass(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try (HeldBody body = new HeldBody(room)) {
            HttpServletRequest guarded = request;
            HttpStatus refusal = null;
            if (isReadWhole(request)) {
                refusal = body.read(request, longestBody, patience);
                guarded = new ReadRequest(request, body);
            } else if (!containerReadsParts && isForm(request) && !body.take(formLength(request))) {
                refusal = HttpStatus.SERVICE_UNAVAILABLE;
            }
            if (refusal == null) {
                handOn(guarded, response, chain);
            } else {
                refuse(request, response, refusal);
            }
        }
    }

    private static void handOn(HttpServletRequest guarded, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
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

    /** The rest of the body is not read by us; what the container swallows of it is its own affair. */
    private static void refuse(HttpServletRequest request, HttpServletResponse response, HttpStatus status)
            throws IOException {
        if (response.isCommitted()) {
            return;
        }
        request.setAttribute(UNREAD, true);
        response.setHeader(HttpHeaders.CONNECTION, "close");
        if (status == HttpStatus.TOO_MANY_REQUESTS || status == HttpStatus.SERVICE_UNAVAILABLE) {
            response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        }
        response.sendError(status.value());
    }

    /** Whether the body of a refused request was left where it was: whoever asks for a parameter would wait for it. */
    static boolean leftUnread(HttpServletRequest request) {
        return request.getAttribute(UNREAD) != null;
    }

    /**
     * In the gateway whatever needs no turn; in a service what comes in chunks, since the gateway has seen to the rest.
     * Forms are read by the container, and so are parts in a service.
     */
    private boolean isReadWhole(HttpServletRequest request) {
        if (isForm(request)) {
            return false;
        }
        if (containerReadsParts) {
            return hasBodyOfUnknownLength(request) && !isOf(request, "multipart/");
        }
        long declared = request.getContentLengthLong();
        return hasBodyOfUnknownLength(request) || declared > 0 && declared <= longestBody;
    }

    /** What the container puts aside for a form as soon as it begins to read it. */
    private int formLength(HttpServletRequest request) {
        return hasBodyOfUnknownLength(request) ? longestBody : (int) Math.max(0, request.getContentLengthLong());
    }

    private static boolean hasBodyOfUnknownLength(HttpServletRequest request) {
        return request.getContentLengthLong() < 0
                && (request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null
                        || request.getProtocol().startsWith("HTTP/2"));
    }

    /**
     * Whether the container reads the body as a form, by limits of its own, when somebody asks for a parameter. It does so
     * only with what is posted and called exactly this.
     */
    private static boolean isForm(HttpServletRequest request) {
        String type = Objects.requireNonNullElse(request.getContentType(), "");
        return request.getMethod().equals("POST")
                && type.split(";", 2)[0].trim().equals("application/x-www-form-urlencoded");
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

        private final HeldBody body;

        ReadRequest(HttpServletRequest request, HeldBody body) {
            super(request);
            this.body = body;
        }

        @Override
        public ServletInputStream getInputStream() {
            return new ReadBody(body.stream());
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
