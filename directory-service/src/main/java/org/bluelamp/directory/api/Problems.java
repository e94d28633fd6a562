package org.bluelamp.directory.api;

import org.bluelamp.web.error.RefusedRequest;
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
}
