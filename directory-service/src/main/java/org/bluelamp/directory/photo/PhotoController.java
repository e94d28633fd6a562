package org.bluelamp.directory.photo;

import java.time.Duration;
import java.util.UUID;
import org.bluelamp.service.security.PublicEndpoint;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** Serves photos; what an address once showed it always shows, as long as a member has the photo. */
@Controller
@PublicEndpoint
class PhotoController {

    private static final CacheControl FOR_EVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    private final Photos photos;

    PhotoController(Photos photos) {
        this.photos = photos;
    }

    @GetMapping("/your-area/photos/{id:[0-9a-f]{8}-[0-9a-f-]{27}}-{width:[0-9]{2,4}}.jpg")
    ResponseEntity<byte[]> photo(@PathVariable("id") UUID id, @PathVariable("width") int width) {
        byte[] jpeg = photos.find(id, width).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return ResponseEntity.ok()
                .cacheControl(FOR_EVER)
                .contentType(MediaType.IMAGE_JPEG)
                .body(jpeg);
    }
}
