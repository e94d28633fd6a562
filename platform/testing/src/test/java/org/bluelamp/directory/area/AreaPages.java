package org.bluelamp.directory.area;

import org.bluelamp.service.security.PublicEndpoint;
import org.springframework.web.bind.annotation.GetMapping;

/** The class says for all its handlers who may call them. */
@PublicEndpoint
public class AreaPages {

    @GetMapping("/your-area")
    public String all() {
        return "directory/areas";
    }
}
