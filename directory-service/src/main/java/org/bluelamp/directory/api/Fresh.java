package org.bluelamp.directory.api;

import java.time.Instant;
import java.util.Comparator;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;

/** Answers that say since when they are as they are, so that who asks again is told in a word that nothing changed. */
final class Fresh {

    private Fresh() {}

    /** @param changed when each thing in it changed last; of nothing there is no such time */
    static <T> ResponseEntity<T> since(Stream<Instant> changed, T body) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok();
        changed.max(Comparator.naturalOrder()).ifPresent(answer::lastModified);
        return answer.body(body);
    }
}
