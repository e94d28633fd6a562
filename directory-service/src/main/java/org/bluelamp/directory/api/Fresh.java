package org.bluelamp.directory.api;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Answers that say since when they are as they are, so that who asks again is told in a word that nothing changed. */
@Component
class Fresh {

    /** Such a time has whole seconds: what changed just now may change again within the same one. */
    private static final Duration SETTLED = Duration.ofSeconds(2);

    private final Clock clock;

    Fresh(Clock clock) {
        this.clock = clock;
    }

    /** @param changed when each thing in it changed last; of nothing there is no such time */
    <T> ResponseEntity<T> since(Stream<Instant> changed, T body) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok();
        changed.max(Comparator.naturalOrder())
                .filter(newest -> newest.isBefore(clock.instant().minus(SETTLED)))
                .ifPresent(answer::lastModified);
        return answer.body(body);
    }
}
