package org.bluelamp.directory.api;

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

    private static ErrorResponseException problem(HttpStatus status, String parameter, String reason) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, reason);
        problem.setProperty("parameter", parameter);
        return new ErrorResponseException(status, problem, null);
    }
}
