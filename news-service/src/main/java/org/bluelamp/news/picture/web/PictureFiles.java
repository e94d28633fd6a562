package org.bluelamp.news.picture.web;

import java.time.Duration;
import org.bluelamp.news.picture.Pictures;
import org.bluelamp.news.picture.Pictures.Rendition;
import org.bluelamp.service.security.PublicEndpoint;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.server.ResponseStatusException;

/** Serves pictures; what an address once showed it always shows, as long as it shows anything. */
@Controller
@PublicEndpoint
class PictureFiles {

    private static final CacheControl FOR_EVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    private final Pictures pictures;

    PictureFiles(Pictures pictures) {
        this.pictures = pictures;
    }

    @GetMapping("/news/pictures/{hash:[0-9a-f]{64}}/{width:[0-9]{1,4}}.{ending:jpg|png}")
    ResponseEntity<byte[]> picture(
            @PathVariable String hash,
            @PathVariable int width,
            @PathVariable String ending,
            ServletWebRequest request) {
        byte[] image = switch (pictures.rendition(hash, width, ending)) {
            case Rendition.Shown shown -> shown.image();
            case Rendition.Gone _ -> throw new ResponseStatusException(HttpStatus.GONE);
            case Rendition.Unknown _ -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        };
        String tag = "\"" + hash + "-" + width + "\"";
        if (request.checkNotModified(tag)) {
            return ResponseEntity.status(HttpStatus.NOT_MODIFIED)
                    .cacheControl(FOR_EVER)
                    .eTag(tag)
                    .build();
        }
        return ResponseEntity.ok()
                .cacheControl(FOR_EVER)
                .eTag(tag)
                .header("X-Content-Type-Options", "nosniff")
                .contentType(ending.equals("png") ? MediaType.IMAGE_PNG : MediaType.IMAGE_JPEG)
                .body(image);
    }
}
