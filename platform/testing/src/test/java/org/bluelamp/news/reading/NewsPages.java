package org.bluelamp.news.reading;

import org.bluelamp.service.security.PublicEndpoint;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** One handler says who may call it, the other does not. */
public class NewsPages {

    @GetMapping("/news")
    @PublicEndpoint
    public String list() {
        return "news/list";
    }

    @PostMapping("/staff/news")
    public String publish() {
        return "news/list";
    }
}
