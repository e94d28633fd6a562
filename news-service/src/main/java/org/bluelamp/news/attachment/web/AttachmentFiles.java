package org.bluelamp.news.attachment.web;

import java.time.Duration;
import org.bluelamp.news.attachment.Attachments;
import org.bluelamp.news.attachment.Attachments.Download;
import org.bluelamp.service.security.PublicEndpoint;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** Serves files, to be kept and never to be opened within our site. */
@Controller
@PublicEndpoint
class AttachmentFiles {

    private static final CacheControl FOR_EVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    private final Attachments attachments;

    AttachmentFiles(Attachments attachments) {
        this.attachments = attachments;
    }

    @GetMapping("/news/files/{hash:[0-9a-f]{64}}/{name:[A-Za-z0-9-]+[.][a-z]+}")
    ResponseEntity<byte[]> file(@PathVariable String hash, @PathVariable String name) {
        return switch (attachments.download(hash, name)) {
            case Download.Offered offered ->
                ResponseEntity.ok()
                        .cacheControl(FOR_EVER)
                        .eTag("\"" + hash + "\"")
                        .header("X-Content-Type-Options", "nosniff")
                        .header(
                                HttpHeaders.CONTENT_DISPOSITION,
                                ContentDisposition.attachment()
                                        .filename(offered.name())
                                        .build()
                                        .toString())
                        .contentType(MediaType.parseMediaType(offered.mediaType()))
                        .body(offered.file());
            case Download.Gone _ -> throw new ResponseStatusException(HttpStatus.GONE);
            case Download.Unknown _ -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        };
    }
}
