package org.bluelamp.news.article;

import java.time.Clock;

/** An article that becomes public by itself at its time. Its words rest until it is taken out of the schedule. */
public record Scheduled(
        ArticleId id, Slug slug, Content content, Provenance provenance, Schedule schedule, long version)
        implements Unpublished {

    /** The article, a draft again. */
    public Draft unschedule() {
        return new Draft(id, slug, content, provenance, version + 1);
    }

    /** The article, public from now on, by who scheduled it. */
    public Published publish(Clock clock) {
        return new Published(
                id, slug, content, provenance, new Publication(clock.instant(), schedule.by()), version + 1);
    }
}
