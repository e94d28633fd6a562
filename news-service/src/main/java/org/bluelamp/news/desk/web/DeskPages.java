package org.bluelamp.news.desk.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.bluelamp.news.area.Areas;
import org.bluelamp.news.article.Archived;
import org.bluelamp.news.article.Article;
import org.bluelamp.news.article.ArticleId;
import org.bluelamp.news.article.Author;
import org.bluelamp.news.article.Comments;
import org.bluelamp.news.article.Corrected;
import org.bluelamp.news.article.Draft;
import org.bluelamp.news.article.InReview;
import org.bluelamp.news.article.Newsroom;
import org.bluelamp.news.article.Public;
import org.bluelamp.news.article.Publication;
import org.bluelamp.news.article.Published;
import org.bluelamp.news.article.Scheduled;
import org.bluelamp.news.article.Unpublished;
import org.bluelamp.news.article.Withdrawn;
import org.bluelamp.news.markdown.Markdown;
import org.bluelamp.news.picture.Leading;
import org.bluelamp.news.reading.web.ArticlePage;
import org.bluelamp.news.social.ReadyTexts;
import org.bluelamp.news.social.Told;
import org.bluelamp.news.usefulness.Usefulness;
import org.bluelamp.service.audit.AuditTrail;
import org.bluelamp.service.security.Role;
import org.bluelamp.service.security.StaffEndpoint;
import org.bluelamp.service.security.StaffMember;
import org.bluelamp.web.form.Form;
import org.bluelamp.web.govuk.NotificationBanner;
import org.bluelamp.web.govuk.SummaryList;
import org.bluelamp.web.page.LondonTime;
import org.bluelamp.web.page.PageView;
import org.bluelamp.web.page.Pages;
import org.bluelamp.web.page.StaffSection;
import org.bluelamp.webhook.Heard;
import org.bluelamp.webhook.Webhooks;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Each article with what can be done with it. */
@Controller
@StaffEndpoint(Role.EDITOR)
class DeskPages {

    private static final int REMARKS = 20;
    private static final int DEEDS = 200;

    private final Newsroom newsroom;
    private final Comments comments;
    private final Areas areas;
    private final Markdown markdown;
    private final ReadyTexts texts;
    private final Usefulness usefulness;
    private final AuditTrail audit;
    private final Webhooks webhooks;
    private final Pages pages;

    DeskPages(
            Newsroom newsroom,
            Comments comments,
            Areas areas,
            Markdown markdown,
            ReadyTexts texts,
            Usefulness usefulness,
            AuditTrail audit,
            Webhooks webhooks,
            Pages pages) {
        this.newsroom = newsroom;
        this.comments = comments;
        this.areas = areas;
        this.markdown = markdown;
        this.texts = texts;
        this.usefulness = usefulness;
        this.audit = audit;
        this.webhooks = webhooks;
        this.pages = pages;
    }

    @GetMapping("/staff/news/{id}")
    PageView article(StaffMember who, @PathVariable UUID id, @RequestParam @Nullable String done) {
        Form blank = Form.of(new BeanPropertyBindingResult(new ReviewPages.CommentForm(""), "form"));
        return article(who, newsroom.open(who, new ArticleId(id)), blank, Done.banner(done));
    }

    /** The page of an article, with a comment that is being written. */
    PageView article(StaffMember who, Article article, Form comment, @Nullable NotificationBanner notice) {
        return new PageView(
                "news/staff-article",
                pages.staff(StaffSection.NEWS, article.content().title(), who)
                        .crumb("News", "/staff/news")
                        .form(comment)
                        .notice(notice),
                new StaffArticlePage(
                        "/staff/news/" + article.id(),
                        "/news/" + article.slug(),
                        article.state(),
                        article.version(),
                        newsroom.mayPublish(who, article),
                        facts(article),
                        comments.of(article.id()).stream()
                                .map(said -> new StaffArticlePage.Said(
                                        said.by().name(), LondonTime.minute(said.at()), said.text()))
                                .toList(),
                        texts(article),
                        article instanceof Scheduled scheduled
                                ? " Wait with it: the link works from "
                                        + LondonTime.minute(scheduled.schedule().at()) + "."
                                : "",
                        article instanceof Unpublished
                                ? null
                                : Readers.of(usefulness.of(article.id()), usefulness.remarks(article.id(), REMARKS)),
                        History.of(audit.of(article.id().toString(), DEEDS)),
                        webhooks.heardOf(article.id().value()).stream()
                                .map(DeskPages::tool)
                                .toList(),
                        Leading.codes(article.content().body()).size(),
                        comment,
                        ArticlePage.of(article, areas.all(), markdown, List.of())));
    }

    private static StaffArticlePage.Tool tool(Heard heard) {
        String how = switch (heard.state()) {
            case SENT -> "has the latest";
            case WAITING -> "is still to be told";
            case OVERTAKEN -> "was not told, because something newer came";
            case GIVEN_UP -> "could not be told";
        };
        return new StaffArticlePage.Tool(
                heard.tool(),
                heard.at() == null ? how : how + ". " + LondonTime.second(heard.at()) + ": it " + heard.answer());
    }

    private List<ReadyTexts.ForNetwork> texts(Article article) {
        return article instanceof Scheduled || article instanceof Public
                ? texts.of(Told.of(article, pages.site().publicUrl()))
                : List.of();
    }

    private static List<SummaryList.Row> facts(Article article) {
        List<SummaryList.Row> facts = new ArrayList<>();
        facts.add(fact(
                "Written",
                article.provenance().author(),
                LondonTime.minute(article.provenance().writtenAt())));
        if (!article.provenance().changedAt().equals(article.provenance().writtenAt())) {
            facts.add(fact(
                    "Last changed",
                    article.provenance().changedBy(),
                    LondonTime.minute(article.provenance().changedAt())));
        }
        facts.add(new SummaryList.Row("Kind", article.content().details().kind().label()));
        article.content()
                .details()
                .notAfter()
                .ifPresent(end -> facts.add(new SummaryList.Row("Ends", LondonTime.minute(end))));
        switch (article) {
            case Draft _ -> {}
            case InReview inReview ->
                facts.add(fact(
                        "Sent for review",
                        inReview.submission().by(),
                        LondonTime.minute(inReview.submission().at())));
            case Scheduled scheduled ->
                facts.add(new SummaryList.Row(
                        "Will be published",
                        LondonTime.minute(scheduled.schedule().at()) + ", as "
                                + scheduled.schedule().by().name() + " decided"));
            case Published published -> facts.add(published(published.publication()));
            case Corrected corrected -> {
                facts.add(published(corrected.publication()));
                facts.add(
                        new SummaryList.Row("Correction", corrected.correction().note()));
            }
            case Archived archived -> {
                facts.add(published(archived.publication()));
                facts.add(fact(
                        "Archived",
                        archived.archival().by(),
                        LondonTime.minute(archived.archival().at())));
            }
            case Withdrawn withdrawn -> {
                facts.add(published(withdrawn.publication()));
                facts.add(fact(
                        "Withdrawn",
                        withdrawn.withdrawal().by(),
                        LondonTime.minute(withdrawn.withdrawal().at())));
                facts.add(new SummaryList.Row(
                        "Reason given", withdrawn.withdrawal().reason()));
            }
        }
        return facts;
    }

    private static SummaryList.Row published(Publication publication) {
        return fact("Published", publication.by(), LondonTime.minute(publication.at()));
    }

    private static SummaryList.Row fact(String deed, Author by, String when) {
        return new SummaryList.Row(deed, "by " + by.name() + ", " + when);
    }

    /** What a deed's success is called in the address that the browser is sent to, and in words. */
    enum Done {
        SAVED("The draft is saved. Only staff can see it."),
        CORRECTED("The correction is saved. Readers see it now, and what it corrects."),
        SUBMITTED("The article is waiting for a second person. Let a colleague know."),
        COMMENTED("Your comment is kept. Only staff can see it."),
        SENT_BACK("The article is a draft again. Your comment says why."),
        SCHEDULED("The article is scheduled. It will be published automatically."),
        UNSCHEDULED("The article is out of the schedule and a draft again."),
        PUBLISHED("The article is published. Pages of its areas show it within seconds."),
        ARCHIVED("The article is archived. People can still read it, but lists and feeds no longer show it."),
        WITHDRAWN("The article is withdrawn. Anyone who opens its link sees the reason."),
        DECIDED("Your changes are saved."),
        NOTHING(
                "Nothing was changed, because someone else changed this article first. This is the article as it is now.");

        private final String words;

        Done(String words) {
            this.words = words;
        }

        String at(String path) {
            return path + "?done=" + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static @Nullable NotificationBanner banner(@Nullable String done) {
            return Arrays.stream(values())
                    .filter(one -> one.name().replace('_', '-').equalsIgnoreCase(done))
                    .findFirst()
                    .map(one -> NotificationBanner.success(one.words))
                    .orElse(null);
        }
    }
}
