package org.bluelamp.news.template;

import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** There is no template with that id. */
@ResponseStatus(HttpStatus.NOT_FOUND)
public class NoSuchTemplateException extends RuntimeException {

    NoSuchTemplateException(UUID id) {
        super("There is no template " + id);
    }
}
