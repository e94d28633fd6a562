package org.bluelamp.web.error;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** What a program asked for cannot be done as asked: it is told each field and the reason, as problem JSON. */
public final class RefusedRequest extends ErrorResponseException {

    /**
     * Refused because of several fields.
     *
     * @param detail the whole in a sentence
     * @param errors what is wrong; at least one
     */
    public RefusedRequest(HttpStatus status, String detail, List<Problem> errors) {
        super(status, body(status, detail, errors), null);
    }

    /** Refused because of one field; the reason is the sentence. */
    public RefusedRequest(HttpStatus status, String field, String reason) {
        this(status, reason, List.of(new Problem(field, reason)));
    }

    private static ProblemDetail body(HttpStatus status, String detail, List<Problem> errors) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setProperty("errors", List.copyOf(errors));
        return problem;
    }
}
