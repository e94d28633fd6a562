package org.bluelamp.gateway.defence;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses an address or a form that cannot be read, such as {@code ?a=%zz}, before anything behind it tries to: as the
 * sender's mistake and nobody else's.
 */
class ReadableParameters extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            request.getParameterMap();
        } catch (InvalidParameterException unreadable) {
            if (!response.isCommitted()) {
                response.sendError(unreadable.getErrorCode());
            }
            return;
        }
        chain.doFilter(request, response);
    }
}
