package org.bluelamp.webhook;

import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The force has no such tool. */
@ResponseStatus(HttpStatus.NOT_FOUND)
public class NoSuchTargetException extends RuntimeException {

    NoSuchTargetException(UUID id) {
        super("There is no tool " + id);
    }
}
