package org.bluelamp.directory.api;

import java.util.Map;
import org.bluelamp.web.error.RefusedRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** What the API answers when it cannot answer (RFC 9457): the parameter, as the field to blame, and the reason. */
final class Problems {

    private Problems() {}

    static RefusedRequest badParameter(String parameter, String reason) {
        return new RefusedRequest(HttpStatus.BAD_REQUEST, parameter, reason);
    }

    static RefusedRequest notFound(String parameter, String reason) {
        return new RefusedRequest(HttpStatus.NOT_FOUND, parameter, reason);
    }

    /**
     * As {@link #notFound(String, String)}, with what is known all the same; what is null is left out.
     *
     * @param known for example the force that looks after the place
     */
    static RefusedRequest notFound(String parameter, String reason, Map<String, @Nullable Object> known) {
        RefusedRequest problem = notFound(parameter, reason);
        known.forEach((name, value) -> {
            if (value != null) {
                problem.getBody().setProperty(name, value);
            }
        });
        return problem;
    }
}
