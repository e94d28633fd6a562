package org.bluelamp.directory.api;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** What the API answers when it cannot answer (RFC 9457): the parameter and the reason. */
final class Problems {

    private Problems() {}

    static ErrorResponseException badParameter(String parameter, String reason) {
        return problem(HttpStatus.BAD_REQUEST, parameter, reason);
    }

    static ErrorResponseException notFound(String parameter, String reason) {
        return problem(HttpStatus.NOT_FOUND, parameter, reason);
    }

    /**
     * As {@link #notFound(String, String)}, with what is known all the same; what is null is left out.
     *
     * @param known for example the force that looks after the place
     */
    static ErrorResponseException notFound(String parameter, String reason, Map<String, @Nullable Object> known) {
        ErrorResponseException problem = notFound(parameter, reason);
        known.forEach((name, value) -> {
            if (value != null) {
                problem.getBody().setProperty(name, value);
            }
        });
        return problem;
    }

    private static ErrorResponseException problem(HttpStatus status, String parameter, String reason) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, reason);
        problem.setProperty("parameter", parameter);
        return new ErrorResponseException(status, problem, null);
    }
}
