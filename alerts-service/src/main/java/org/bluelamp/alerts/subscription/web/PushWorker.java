package org.bluelamp.alerts.subscription.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.bluelamp.service.security.PublicEndpoint;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * The script that a browser runs when a notification comes. It is served from below {@code /alerts}, for a browser lets it
 * rule nothing above the folder that it lies in, and here not even that: it answers no request for a page.
 */
@Controller
@PublicEndpoint
class PushWorker {

    private static final MediaType SCRIPT = new MediaType("text", "javascript", StandardCharsets.UTF_8);

    private final byte[] script;

    PushWorker() throws IOException {
        this.script = new ClassPathResource("notifications.js").getContentAsByteArray();
    }

    @GetMapping("/alerts/notifications.js")
    ResponseEntity<byte[]> script() {
        return ResponseEntity.ok()
                .contentType(SCRIPT)
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePublic())
                .body(script);
    }
}
