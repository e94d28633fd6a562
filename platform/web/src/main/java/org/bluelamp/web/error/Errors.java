package org.bluelamp.web.error;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.bluelamp.web.form.SentForm;
import org.bluelamp.web.page.Layout;
import org.bluelamp.web.page.PageView;
import org.bluelamp.web.page.Pages;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.ModelAndView;

/** Makes the answer to an error: a page for people, problem JSON for programs. */
final class Errors {

    /** Errors are of the moment: no cache keeps them. */
    private static final String NO_STORE = "no-store";

    private final Pages pages;

    Errors(Pages pages) {
        this.pages = pages;
    }

    /** A page in the layout of the public site or of the staff portal. */
    ModelAndView page(HttpStatusCode status, Audience audience, @Nullable String reference) {
        return page(status, audience, reference, null);
    }

    /** The same with what was sent, to be sent again. */
    ModelAndView page(HttpStatusCode status, Audience audience, @Nullable String reference, @Nullable SentForm sent) {
        return page(status, audience, ErrorWords.of(status.value(), reference).with(sent));
    }

    /** The same with words of its own. */
    ModelAndView page(HttpStatusCode status, Audience audience, ErrorWords words) {
        Layout<?> page = audience == Audience.STAFF
                ? pages.staff(null, words.title(), null)
                : pages.page(words.title()).unlisted();
        ModelAndView view = new PageView("error/error", page, words);
        view.setStatus(status);
        return view;
    }

    ResponseEntity<ProblemDetail> problem(
            ProblemDetail problem, List<Problem> errors, HttpHeaders headers, String path, @Nullable String reference) {
        if (problem.getInstance() == null) {
            problem.setInstance(URI.create(encoded(path)));
        }
        if (!errors.isEmpty()) {
            problem.setProperty("errors", errors);
        }
        if (reference != null) {
            problem.setProperty("reference", reference);
        }
        HttpHeaders all = new HttpHeaders();
        all.putAll(headers);
        all.setCacheControl(NO_STORE);
        all.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        return new ResponseEntity<>(problem, all, HttpStatusCode.valueOf(problem.getStatus()));
    }

    ProblemDetail plain(HttpStatusCode status) {
        ProblemDetail problem = ProblemDetail.forStatus(status);
        HttpStatus known = HttpStatus.resolve(status.value());
        problem.setTitle(known == null ? "Error" : known.getReasonPhrase());
        ErrorWords words = ErrorWords.of(status.value(), null);
        problem.setDetail(words.title());
        return problem;
    }

    /** The address as it was sent may hold what a URI must not. */
    private static String encoded(String path) {
        try {
            return URI.create(path).toString();
        } catch (IllegalArgumentException notAnAddress) {
            return "/";
        }
    }

    /** Keeps the trace of a request for its errors, which are answered when the trace has ended. */
    static void remember(HttpServletRequest request) {
        if (MDC.get("traceId") != null) {
            reference(request);
        }
    }

    /**
     * What ties an answer to the log: the trace id (W3C Trace Context, section 3.2.2.3) when there is one, else a number
     * made here. It stays the same within a request.
     */
    static String reference(HttpServletRequest request) {
        String name = Errors.class.getName() + ".reference";
        if (request.getAttribute(name) instanceof String known) {
            return known;
        }
        String reference = MDC.get("traceId");
        String parent = request.getHeader("traceparent");
        if (reference == null
                && parent != null
                && parent.matches("[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}.*")) {
            reference = parent.substring(3, 35);
        }
        if (reference == null) {
            reference = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
        }
        request.setAttribute(name, reference);
        return reference;
    }
}
