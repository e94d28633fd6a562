package org.bluelamp.web.error;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Objects;
import org.bluelamp.web.form.SentForm;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** The end of the container's error path: what no controller answered, filters refused, or code failed at. */
@Controller
final class ErrorPages implements ErrorController {

    private static final Logger log = LoggerFactory.getLogger(ErrorPages.class);

    private final Errors errors;

    ErrorPages(Errors errors) {
        this.errors = errors;
    }

    @RequestMapping("${spring.web.error.path:/error}")
    Object answer(HttpServletRequest request, HttpServletResponse response) {
        String path = Objects.toString(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI), "/");
        // Opened by hand, the error page is a page that does not exist.
        int code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer set ? set : 404;
        HttpStatusCode status = HttpStatusCode.valueOf(code);
        String method = Objects.toString(request.getAttribute(RequestDispatcher.ERROR_METHOD), request.getMethod());
        String reference = null;
        if (status.is5xxServerError()) {
            reference = Errors.reference(request);
            // The container has logged the cause on the same thread just before; by now the trace has ended.
            try (MDC.MDCCloseable trace = MDC.putCloseable("traceId", reference)) {
                log.error("{} {} failed with {}, reference {}", method, LoggedPath.of(path), code, reference);
            }
        }
        Audience audience = Audience.of(request, path);
        if (audience == Audience.PROGRAM) {
            return errors.problem(errors.plain(status), List.of(), HttpHeaders.EMPTY, path, reference);
        }
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        if (RequestGuard.leftUnread(request) && (code == 503 || code == 429)) {
            return errors.page(status, audience, ErrorWords.busy(reference));
        }
        // The fault is ours, so nobody shall have to type it again.
        SentForm sent =
                status.is5xxServerError() ? SentForm.of(request, method, path).orElse(null) : null;
        return errors.page(status, audience, reference, sent);
    }
}
