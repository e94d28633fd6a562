package org.bluelamp.web.error;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.util.MimeTypeUtils;

/** Who is to understand an error. */
enum Audience {
    RESIDENT,
    STAFF,
    PROGRAM;

    static Audience of(HttpServletRequest request, String path) {
        if (path.startsWith("/api/") || path.startsWith("/police-uk/") || asksForJson(request)) {
            return PROGRAM;
        }
        return path.equals("/staff") || path.startsWith("/staff/") ? STAFF : RESIDENT;
    }

    /** Whether JSON stands in what the client accepts, and before any HTML. */
    private static boolean asksForJson(HttpServletRequest request) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        if (accept == null) {
            return false;
        }
        try {
            List<MediaType> types = MediaType.parseMediaTypes(accept);
            MimeTypeUtils.sortBySpecificity(types);
            for (MediaType type : types) {
                if (type.isWildcardType()) {
                    continue;
                }
                if (type.isCompatibleWith(MediaType.TEXT_HTML)) {
                    return false;
                }
                if (type.isCompatibleWith(MediaType.APPLICATION_JSON)
                        || type.isCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON)) {
                    return true;
                }
            }
        } catch (InvalidMediaTypeException nonsense) {
            return false;
        }
        return false;
    }
}
