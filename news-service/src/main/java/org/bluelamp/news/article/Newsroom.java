package org.bluelamp.news.article;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.bluelamp.messaging.Outbox;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.service.audit.AuditTrail;
import org.bluelamp.service.security.Role;
import org.bluelamp.service.security.StaffMember;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What staff do with articles. Each deed is one transaction: the article, what others are told of it, and the audit
 * record are kept together or not at all. The person must be an editor in every area the article is for, before and
 * after the deed.
 *
 * <p>Every deed on an article that exists throws {@link StaleArticleException} when the version given is not the present
 * one, {@link WrongStateException} when its state does not allow it, and
 * {@link org.springframework.security.access.AccessDeniedException} when the person may not. Publishing and scheduling
 * throw {@link SecondPersonException} when somebody else has to do it.
 */
@Service
public class Newsroom {

    private final Articles articles;
    private final Versions versions;
    private final Texts texts;
    private final Comments comments;
    private final SecondPerson secondPerson;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final List<ArticleListener> listeners;
    private final Clock clock;

    /** A newsroom whose deeds happen at the clock's time, to the millisecond: what events and cursors carry exactly. */
    Newsroom(
            Articles articles,
            Versions versions,
            Texts texts,
            Comments comments,
            SecondPerson secondPerson,
            Outbox outbox,
            AuditTrail audit,
            List<ArticleListener> listeners,
            Clock clock) {
        this.articles = articles;
        this.versions = versions;
        this.texts = texts;
        this.comments = comments;
        this.secondPerson = secondPerson;
        this.outbox = outbox;
        this.audit = audit;
        this.listeners = List.copyOf(listeners);
        this.clock = Clock.tick(clock, Duration.ofMillis(1));
    }

    /** The same newsroom at another time, for what is to have happened then; its caller opens the transactions. */
    public Newsroom at(Clock then) {
        return new Newsroom(articles, versions, texts, comments, secondPerson, outbox, audit, listeners, then);
    }

    /** Begins an article as a draft. */
    @Transactional
    public Draft write(StaffMember who, Content content) {
        return write(who, ArticleId.next(), content);
    }

    /** Begins an article as a draft under an id of the caller's choice. */
    @Transactional
    public Draft write(StaffMember who, ArticleId id, Content content) {
        requireEditor(who, content.areas());
        Slug slug = articles.claim(Slug.from(content.title()), id);
        Draft draft = Draft.write(id, slug, content, author(who), clock);
        articles.add(draft);
        texts.keep(id);
        audit.record(who, "article.written", id.toString(), "");
        return draft;
    }

    /** Changes the words of an article that is not public yet. */
    @Transactional
    public Unpublished rewrite(StaffMember who, ArticleId id, long version, Content content) {
        Article before = current(who, id, version);
        requireEditor(who, content.areas());
        Slug slug = slugFor(before, content);
        Unpublished after = switch (before) {
            case Draft draft -> draft.rewrite(content, slug, author(who), clock);
            case InReview inReview -> inReview.rewrite(content, slug, author(who), clock);
            default -> throw new WrongStateException(before, "rewritten");
        };
        texts.keep(id);
        articles.replace(after);
        texts.keep(id);
        if (!slug.equals(before.slug())) {
            articles.release(before.slug());
        }
        audit.record(who, "article.rewritten", id.toString(), "");
        return after;
    }

    /** Puts the words of a public article right and tells readers and the other services what changed. */
    @Transactional
    public Corrected correct(StaffMember who, ArticleId id, long version, Content content, String note) {
        if (!(current(who, id, version) instanceof Public before)) {
            throw new WrongStateException(find(id), "corrected");
        }
        requireEditor(who, content.areas());
        requireNoWayAround(before.content(), content);
        Corrected after = before.correct(content, slugFor(before, content), note, author(who), clock);
        texts.keep(id);
        articles.replace(after);
        texts.keep(id);
        versions.add(after);
        outbox.append(ArticlePublished.of(after));
        listeners.forEach(listener -> listener.changed(after));
        audit.record(who, "article.corrected", id.toString(), after.correction().note());
        return after;
    }

    /** Gives a draft to a second person. */
    @Transactional
    public InReview submit(StaffMember who, ArticleId id, long version) {
        if (!(current(who, id, version) instanceof Draft draft)) {
            throw new WrongStateException(find(id), "submitted");
        }
        InReview submitted = draft.submit(author(who), clock);
        articles.replace(submitted);
        audit.record(who, "article.submitted", id.toString(), "");
        return submitted;
    }

    /** Says something of an article to colleagues; the article stays as it is. */
    @Transactional
    public void comment(StaffMember who, ArticleId id, String text) {
        Article article = open(who, id);
        comments.add(new Comment(id, article.version(), author(who), clock.instant(), text));
    }

    /** Gives an article in review back to who wrote it, with the reason as a comment. */
    @Transactional
    public Draft sendBack(StaffMember who, ArticleId id, long version, String reason) {
        if (!(current(who, id, version) instanceof InReview inReview)) {
            throw new WrongStateException(find(id), "sent back");
        }
        comments.add(new Comment(id, version, author(who), clock.instant(), reason));
        Draft draft = inReview.sendBack();
        articles.replace(draft);
        audit.record(who, "article.sent-back", id.toString(), reason);
        return draft;
    }

    /**
     * Has an article become public by itself.
     *
     * @param at when, after now and before the article's end
     * @throws IllegalArgumentException when it is not
     */
    @Transactional
    public Scheduled schedule(StaffMember who, ArticleId id, long version, Instant at) {
        Article before = current(who, id, version);
        requireFuture(before, at);
        Scheduled scheduled = switch (before) {
            case Draft draft -> {
                requireAlone(draft);
                yield draft.schedule(at, author(who));
            }
            case InReview inReview -> inReview.schedule(at, author(who));
            default -> throw new WrongStateException(before, "scheduled");
        };
        articles.replace(scheduled);
        audit.record(who, "article.scheduled", id.toString(), at.toString());
        return scheduled;
    }

    /** Takes an article out of the schedule; it is a draft again. */
    @Transactional
    public Draft unschedule(StaffMember who, ArticleId id, long version) {
        if (!(current(who, id, version) instanceof Scheduled scheduled)) {
            throw new WrongStateException(find(id), "taken out of the schedule");
        }
        Draft draft = scheduled.unschedule();
        articles.replace(draft);
        audit.record(who, "article.unscheduled", id.toString(), "");
        return draft;
    }

    /** Makes an article public at once and tells the other services. */
    @Transactional
    public Published publish(StaffMember who, ArticleId id, long version) {
        Article before = current(who, id, version);
        requireNotOver(before, clock.instant());
        Published published = switch (before) {
            case Draft draft -> {
                requireAlone(draft);
                yield draft.publish(author(who), clock);
            }
            case InReview inReview -> inReview.publish(author(who), clock);
            case Scheduled scheduled -> scheduled.publish(clock);
            default -> throw new WrongStateException(before, "published");
        };
        tell(published);
        audit.record(who, "article.published", id.toString(), "");
        return published;
    }

    /** Takes a public or archived article back and tells the other services. */
    @Transactional
    public Withdrawn withdraw(StaffMember who, ArticleId id, long version, String reason) {
        Withdrawn withdrawn = switch (current(who, id, version)) {
            case Public before -> before.withdraw(reason, author(who), clock);
            case Archived before -> before.withdraw(reason, author(who), clock);
            case Unpublished before -> throw new WrongStateException(before, "withdrawn");
            case Withdrawn before -> throw new WrongStateException(before, "withdrawn");
        };
        tell(withdrawn);
        audit.record(
                who, "article.withdrawn", id.toString(), withdrawn.withdrawal().reason());
        return withdrawn;
    }

    /** Says that a public article is no longer current and tells the other services. */
    @Transactional
    public Archived archive(StaffMember who, ArticleId id, long version) {
        if (!(current(who, id, version) instanceof Public before)) {
            throw new WrongStateException(find(id), "archived");
        }
        Archived archived = before.archive(author(who), clock);
        tell(archived);
        audit.record(who, "article.archived", id.toString(), "");
        return archived;
    }

    /** The articles that are to become public or to end by themselves, and have not yet. */
    List<ArticleId> due() {
        return articles.due(clock.instant());
    }

    /**
     * Does what is due with an article; nothing when it is not due, or another replica has it in hand. One whose end
     * came before it became public, as after a long outage, is a draft again.
     */
    @Transactional
    public void doWhatIsDue(ArticleId id) {
        Instant now = clock.instant();
        switch (articles.claim(id).orElse(null)) {
            case Scheduled scheduled
            when isOver(scheduled, now) -> {
                articles.replace(scheduled.unschedule());
                comments.add(new Comment(
                        id,
                        scheduled.version(),
                        scheduled.schedule().by(),
                        now,
                        "Bluelamp did not publish this at its time: its last day had passed by then."));
                record(scheduled.schedule().by(), "article.overdue", id);
            }
            case Scheduled scheduled
            when !scheduled.schedule().at().isAfter(now) -> {
                tell(scheduled.publish(clock));
                record(scheduled.schedule().by(), "article.published-as-scheduled", id);
            }
            case Public ended
            when isOver(ended, now) -> {
                Author by = ended.publication().by();
                if (ended.content().details().kind().isTakenBackAtItsEnd()) {
                    tell(ended.withdraw("This appeal has ended.", by, clock));
                } else {
                    tell(ended.archive(by, clock));
                }
                record(by, "article.ended", id);
            }
            case null, default -> {
                // Somebody else was faster.
            }
        }
    }

    private static boolean isOver(Article article, Instant now) {
        return article.content()
                .details()
                .notAfter()
                .filter(end -> !end.isAfter(now))
                .isPresent();
    }

    /** The platform acts for who decided it, with none of their rights. */
    private void record(Author decided, String action, ArticleId id) {
        audit.record(new StaffMember(decided.id(), decided.name(), Set.of(), Set.of()), action, id.toString(), "");
    }

    private void tell(Published article) {
        articles.replace(article);
        versions.add(article);
        outbox.append(ArticlePublished.of(article));
        listeners.forEach(listener -> listener.changed(article));
    }

    private void tell(Withdrawn article) {
        articles.replace(article);
        outbox.append(ArticleWithdrawn.of(article));
        listeners.forEach(listener -> listener.changed(article));
    }

    private void tell(Archived article) {
        articles.replace(article);
        outbox.append(ArticleArchived.of(article));
        listeners.forEach(listener -> listener.changed(article));
    }

    /**
     * An article for somebody who may edit it.
     *
     * @throws NoSuchArticleException when there is none
     */
    @Transactional(readOnly = true)
    public Article open(StaffMember who, ArticleId id) {
        Article article = find(id);
        requireEditor(who, article.content().areas());
        return article;
    }

    /** Whether the person may publish the article as it is now, by its state and by who wrote it. */
    @Transactional(readOnly = true)
    public boolean mayPublish(StaffMember who, Article article) {
        return switch (article) {
            case Draft draft -> !needsSecondPerson(draft);
            case InReview inReview -> inReview.mayBePublishedBy(who.id());
            case Scheduled _ -> true;
            case Public _, Archived _, Withdrawn _ -> false;
        };
    }

    private void requireAlone(Draft draft) {
        if (needsSecondPerson(draft)) {
            throw new SecondPersonException("A second person publishes "
                    + draft.content().details().kind().label().toLowerCase(Locale.UK)
                    + " articles. Send it for review");
        }
    }

    private boolean needsSecondPerson(Draft draft) {
        return needsSecondPerson(draft.content());
    }

    private boolean needsSecondPerson(Content content) {
        return secondPerson.isNeededFor(content.details().kind(), content.areas());
    }

    /** A correction makes nothing of an article that its writer could not have published alone. */
    private void requireNoWayAround(Content before, Content after) {
        if (needsSecondPerson(after) && !needsSecondPerson(before)) {
            throw new SecondPersonException(
                    "A second person publishes this kind of article, so a correction cannot turn another kind into it."
                            + " Write a new article and send it for review");
        }
    }

    private void requireFuture(Article article, Instant at) {
        if (!at.isAfter(clock.instant())) {
            throw new IllegalArgumentException("The time must be in the future");
        }
        requireNotOver(article, at);
    }

    private static void requireNotOver(Article article, Instant at) {
        if (isOver(article, at)) {
            throw new IllegalArgumentException("The article ends before it would be published");
        }
    }

    private Article current(StaffMember who, ArticleId id, long version) {
        Article article = open(who, id);
        if (article.version() != version) {
            throw new StaleArticleException(id);
        }
        return article;
    }

    private Article find(ArticleId id) {
        return articles.find(id).orElseThrow(() -> new NoSuchArticleException(id));
    }

    /** The address follows the title; one that still fits stays. */
    private Slug slugFor(Article before, Content content) {
        Slug wanted = Slug.from(content.title());
        return before.slug().answers(wanted) ? before.slug() : articles.claim(wanted, before.id());
    }

    private static void requireEditor(StaffMember who, Collection<AreaCode> areas) {
        areas.forEach(area -> who.require(Role.EDITOR, area));
    }

    private static Author author(StaffMember who) {
        return new Author(who.id(), who.name());
    }
}
