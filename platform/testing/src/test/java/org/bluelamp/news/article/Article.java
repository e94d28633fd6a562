package org.bluelamp.news.article;

import java.time.Clock;
import java.time.Instant;
import org.bluelamp.directory.area.Area;
import org.springframework.util.StringUtils;

/** Breaks the rules, to see that they notice. */
public sealed interface Article {

    /** A draft, checked with a framework. */
    record Draft(String title, Area area) implements Article {
        public boolean isComplete() {
            return StringUtils.hasText(title);
        }
    }

    /** Published at a time that no test can set. */
    record Published(String title) implements Article {
        public Instant at() {
            return Instant.now();
        }

        public Instant rightly(Clock clock) {
            return Instant.now(clock);
        }
    }
}
