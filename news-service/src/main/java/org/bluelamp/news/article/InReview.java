package org.bluelamp.news.article;

import java.time.Clock;
import java.time.Instant;

/** An article that waits for a second person, who comments on it, sends it back or publishes it. */
public record InReview(
        ArticleId id, Slug slug, Content content, Provenance provenance, Submission submission, long version)
        implements Unpublished {

    /** The same article with other words; whoever wrote them cannot publish them. */
    public InReview rewrite(Content content, Slug slug, Author by, Clock clock) {
        return new InReview(id, slug, content, provenance.changedBy(by, clock), submission, version + 1);
    }

    /** The article, back with who wrote it. */
    public Draft sendBack() {
        return new Draft(id, slug, content, provenance, version + 1);
    }

    /**
     * The article, public from a time on.
     *
     * @throws SecondPersonException when the person wrote or changed it last
     */
    public Scheduled schedule(Instant at, Author by) {
        requireSecond(by);
        return new Scheduled(id, slug, content, provenance, new Schedule(at, by), version + 1);
    }

    /**
     * The article, public from now on.
     *
     * @throws SecondPersonException when the person wrote or changed it last
     */
    public Published publish(Author by, Clock clock) {
        requireSecond(by);
        return new Published(id, slug, content, provenance, new Publication(clock.instant(), by), version + 1);
    }

    /** Whether the person is somebody else than who wrote it and who changed it last. */
    public boolean mayBePublishedBy(String person) {
        return !provenance.author().id().equals(person)
                && !provenance.changedBy().id().equals(person);
    }

    private void requireSecond(Author by) {
        if (!mayBePublishedBy(by.id())) {
            throw new SecondPersonException(
                    "You wrote or changed this article, so somebody else has to read and publish it");
        }
    }
}
