package org.bluelamp.news.campaign;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** There is no campaign with that id. */
@ResponseStatus(HttpStatus.NOT_FOUND)
public class NoSuchCampaignException extends RuntimeException {

    NoSuchCampaignException(Object id) {
        super("There is no campaign " + id);
    }
}
