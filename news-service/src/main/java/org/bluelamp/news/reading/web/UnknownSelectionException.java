package org.bluelamp.news.reading.web;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** An address asks for an area, topic, campaign or place in the list that does not exist. */
@ResponseStatus(HttpStatus.NOT_FOUND)
class UnknownSelectionException extends RuntimeException {

    private final String parameter;

    UnknownSelectionException(String parameter, String message) {
        super(message);
        this.parameter = parameter;
    }

    /** The parameter that asks for it. */
    String parameter() {
        return parameter;
    }
}
