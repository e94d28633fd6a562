package org.bluelamp.gateway.route;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Arrays;
import org.bluelamp.gateway.signin.SignedIn;
import org.bluelamp.web.form.SentForm;
import org.bluelamp.web.page.Layout;
import org.bluelamp.web.page.PageView;
import org.bluelamp.web.page.Pages;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.cloud.gateway.server.mvc.common.MvcUtils;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;

/** What is shown when the service of an address does not answer: said plainly, with ways that still work. */
@Controller
class Unavailable {

    /** Reached by a forward only; the service's id follows. */
    static final String PATH = "/unavailable/";

    private static final String RETRY_AFTER_SECONDS = "30";

    private static final Logger log = LoggerFactory.getLogger(Unavailable.class);

    private final Pages pages;

    Unavailable(Pages pages) {
        this.pages = pages;
    }

    @RequestMapping(PATH + "{id}")
    Object tell(
            @PathVariable String id,
            HttpServletRequest request,
            HttpServletResponse response,
            @Nullable Authentication authentication) {
        Service service = Arrays.stream(Service.values())
                .filter(one -> one.id().equals(id))
                .findFirst()
                .filter(found -> request.getAttribute(RequestDispatcher.FORWARD_REQUEST_URI) != null)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        // The message would hold the address asked for, and that may hold a secret.
        log.warn("{} does not answer: {}", service.id(), cause(request));
        String path = String.valueOf(request.getAttribute(RequestDispatcher.FORWARD_REQUEST_URI));
        if (path.startsWith("/api/") || path.startsWith("/police-uk/")) {
            return problem(service, path);
        }
        response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        boolean lost =
                !request.getMethod().equals("GET") && !request.getMethod().equals("HEAD");
        return new PageView(
                        "gateway/unavailable",
                        frame(path, authentication),
                        new UnavailablePage(
                                service,
                                lost,
                                SentForm.of(request, request.getMethod(), path).orElse(null)))
                .status(HttpStatus.SERVICE_UNAVAILABLE);
    }

    private Layout<?> frame(String path, @Nullable Authentication authentication) {
        String title = "This part is not available right now";
        return path.startsWith("/staff/")
                ? pages.staff(null, title, SignedIn.staff(authentication))
                : pages.page(title).unlisted();
    }

    private static ResponseEntity<ProblemDetail> problem(Service service, String path) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.SERVICE_UNAVAILABLE, "The %s service does not answer right now".formatted(service.id()));
        problem.setTitle("Not available right now");
        // What was asked for, and not the address inside that this was forwarded to.
        problem.setInstance(URI.create(path));
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private static String cause(HttpServletRequest request) {
        Object failure = request.getAttribute(MvcUtils.CIRCUITBREAKER_EXECUTION_EXCEPTION_ATTR);
        if (!(failure instanceof Throwable throwable)) {
            return "unknown";
        }
        Throwable root = throwable;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getClass().getSimpleName();
    }
}
