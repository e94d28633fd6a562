package org.bluelamp.news.article;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
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
 * {@link org.springframework.security.access.AccessDeniedException} when the person may not.
 */
@Service
public class Newsroom {

    private final Articles articles;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final Clock clock;

    /** A newsroom whose deeds happen at the clock's time, to the millisecond: what events and cursors carry exactly. */
    public Newsroom(Articles articles, Outbox outbox, AuditTrail audit, Clock clock) {
        this.articles = articles;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = Clock.tick(clock, Duration.ofMillis(1));
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
        audit.record(who, "article.written", id.toString(), "");
        return draft;
    }

    /** Changes the words of a draft or of a published article; the latter is announced again. */
    @Transactional
    public Article rewrite(StaffMember who, ArticleId id, long version, Content content) {
        Article before = current(who, id, version);
        requireEditor(who, content.areas());
        Slug slug = slugFor(before, content);
        switch (before) {
            case Draft draft -> {
                Draft after = draft.rewrite(content, slug, author(who), clock);
                articles.replace(after);
                if (!slug.equals(draft.slug())) {
                    articles.release(draft.slug());
                }
                audit.record(who, "article.rewritten", id.toString(), "");
                return after;
            }
            case Published published -> {
                Published after = published.amend(content, slug, author(who), clock);
                articles.replace(after);
                outbox.append(ArticlePublished.of(after));
                audit.record(who, "article.amended", id.toString(), "");
                return after;
            }
            case Withdrawn withdrawn -> throw new WrongStateException(withdrawn, "changed");
        }
    }

    /** Makes a draft public and tells the other services. */
    @Transactional
    public Published publish(StaffMember who, ArticleId id, long version) {
        if (!(current(who, id, version) instanceof Draft draft)) {
            throw new WrongStateException(find(id), "published");
        }
        Published published = draft.publish(author(who), clock);
        articles.replace(published);
        outbox.append(ArticlePublished.of(published));
        audit.record(who, "article.published", id.toString(), "");
        return published;
    }

    /** Takes a published article back and tells the other services. */
    @Transactional
    public Withdrawn withdraw(StaffMember who, ArticleId id, long version, String reason) {
        if (!(current(who, id, version) instanceof Published published)) {
            throw new WrongStateException(find(id), "withdrawn");
        }
        Withdrawn withdrawn = published.withdraw(reason, author(who), clock);
        articles.replace(withdrawn);
        outbox.append(ArticleWithdrawn.of(withdrawn));
        audit.record(
                who, "article.withdrawn", id.toString(), withdrawn.withdrawal().reason());
        return withdrawn;
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
