package org.bluelamp.gateway.signin;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.bluelamp.web.form.SentForm;
import org.bluelamp.web.page.PageView;
import org.bluelamp.web.page.Pages;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;

/**
 * What happens to a form that a member of staff sends after their session has ended: the page that comes back holds all
 * that was typed, to be sent again once they have signed in beside it. Nothing of it is kept here.
 */
@Controller
class KeptForm {

    /** Reached by a forward only. */
    static final String PATH = "/staff/sign-in/again";

    private final Pages pages;

    KeptForm(Pages pages) {
        this.pages = pages;
    }

    /** Keeps forms; everything else goes the other way, which is to sign in. */
    static AuthenticationEntryPoint orElse(AuthenticationEntryPoint signIn) {
        return new AuthenticationEntryPoint() {
            @Override
            public void commence(
                    HttpServletRequest request, HttpServletResponse response, AuthenticationException exception)
                    throws IOException, ServletException {
                if (isForm(request)) {
                    request.getRequestDispatcher(PATH).forward(request, response);
                } else {
                    signIn.commence(request, response, exception);
                }
            }
        };
    }

    private static boolean isForm(HttpServletRequest request) {
        String type = request.getContentType();
        return request.getMethod().equals("POST")
                && type != null
                && type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE);
    }

    @RequestMapping(PATH)
    PageView show(HttpServletRequest request, HttpServletResponse response) {
        Object path = request.getAttribute(RequestDispatcher.FORWARD_REQUEST_URI);
        if (path == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        SentForm form = SentForm.of(request, request.getMethod(), path.toString())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        return new PageView(
                        "gateway/keptForm",
                        pages.page("Sign in again to send this").unlisted(),
                        new KeptFormPage(SignIn.WAY_IN, form))
                .status(HttpStatus.UNAUTHORIZED);
    }
}
