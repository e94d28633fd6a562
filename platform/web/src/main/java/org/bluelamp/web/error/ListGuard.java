package org.bluelamp.web.error;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.regex.Pattern;
import org.springframework.validation.DataBinder;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses a form that names a row farther out than any form of ours goes, such as {@code members[99999999].name}. Spring's
 * binding of records does not hold itself to {@link DataBinder#DEFAULT_AUTO_GROW_COLLECTION_LIMIT} but fails beyond it.
 */
final class ListGuard implements HandlerInterceptor {

    /** Every index that is not a number from 0 to 255. */
    private static final Pattern FAR_OUT =
            Pattern.compile(".*\\[(?!(?:[0-9]|[1-9][0-9]|1[0-9][0-9]|2[0-4][0-9]|25[0-5])?]).*", Pattern.DOTALL);

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws ServletRequestBindingException {
        // What is only passed on, as in the gateway, is not read here, nor what was refused before.
        if (handler instanceof HandlerMethod && request.getDispatcherType() == DispatcherType.REQUEST) {
            for (String name : Collections.list(request.getParameterNames())) {
                if (FAR_OUT.matcher(name).matches()) {
                    throw new ServletRequestBindingException("A form with a row that no form has");
                }
            }
        }
        return true;
    }
}
