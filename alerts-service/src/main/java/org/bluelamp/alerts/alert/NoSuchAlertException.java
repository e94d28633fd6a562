package org.bluelamp.alerts.alert;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** There is no alert with that id. */
@ResponseStatus(HttpStatus.NOT_FOUND)
public class NoSuchAlertException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NoSuchAlertException(AlertId id) {
        super("There is no alert " + id);
    }
}
