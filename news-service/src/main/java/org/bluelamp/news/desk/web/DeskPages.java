package org.bluelamp.news.desk.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bluelamp.news.area.Area;
import org.bluelamp.news.area.AreaMap;
import org.bluelamp.news.area.Areas;
import org.bluelamp.news.article.Archived;
import org.bluelamp.news.article.Article;
import org.bluelamp.news.article.ArticleId;
import org.bluelamp.news.article.ArticleState;
import org.bluelamp.news.article.Author;
import org.bluelamp.news.article.Comments;
import org.bluelamp.news.article.Corrected;
import org.bluelamp.news.article.Draft;
import org.bluelamp.news.article.InReview;
import org.bluelamp.news.article.Newsroom;
import org.bluelamp.news.article.Publication;
import org.bluelamp.news.article.Published;
import org.bluelamp.news.article.Scheduled;
import org.bluelamp.news.article.Withdrawn;
import org.bluelamp.news.desk.Desk;
import org.bluelamp.news.desk.DeskRow;
import org.bluelamp.news.desk.Typed;
import org.bluelamp.news.desk.TypedTexts;
import org.bluelamp.news.markdown.Markdown;
import org.bluelamp.news.reading.web.ArticlePage;
import org.bluelamp.service.security.Role;
import org.bluelamp.service.security.StaffEndpoint;
import org.bluelamp.service.security.StaffMember;
import org.bluelamp.web.form.Form;
import org.bluelamp.web.govuk.NotificationBanner;
import org.bluelamp.web.govuk.Pagination;
import org.bluelamp.web.govuk.SummaryList;
import org.bluelamp.web.page.LondonTime;
import org.bluelamp.web.page.PageView;
import org.bluelamp.web.page.Pages;
import org.bluelamp.web.page.StaffSection;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The list of articles and each article with what can be done with it. */
@Controller
@StaffEndpoint(Role.EDITOR)
class DeskPages {

    private static final int PER_PAGE = 25;

    /** More areas than these are counted in the list. */
    private static final int NAMED = 2;

    private final Desk desk;
    private final Newsroom newsroom;
    private final Comments comments;
    private final TypedTexts texts;
    private final Areas areas;
    private final Markdown markdown;
    private final Pages pages;

    DeskPages(
            Desk desk,
            Newsroom newsroom,
            Comments comments,
            TypedTexts texts,
            Areas areas,
            Markdown markdown,
            Pages pages) {
        this.desk = desk;
        this.newsroom = newsroom;
        this.comments = comments;
        this.texts = texts;
        this.areas = areas;
        this.markdown = markdown;
        this.pages = pages;
    }

    /** The list; who does not write but decides how others do goes straight to that. */
    @GetMapping("/staff/news")
    @StaffEndpoint({Role.EDITOR, Role.ADMINISTRATOR})
    ModelAndView list(
            StaffMember who, @RequestParam @Nullable String state, @RequestParam(defaultValue = "1") int page) {
        if (!who.roles().contains(Role.EDITOR)) {
            return PageView.redirect("/staff/news/settings");
        }
        Optional<ArticleState> wanted = Arrays.stream(ArticleState.values())
                .filter(one -> one.code().equals(state))
                .findFirst();
        Map<ArticleState, Long> counts = desk.counts(who.areas());
        long total = wanted.map(counts::get)
                .orElseGet(() ->
                        counts.values().stream().mapToLong(Long::longValue).sum());
        int last = (int) Math.max(1, (total + PER_PAGE - 1) / PER_PAGE);
        int current = Math.clamp(page, 1, last);
        AreaMap map = areas.all();
        List<DeskList.Row> rows = desk.list(who.areas(), wanted, (current - 1) * PER_PAGE, PER_PAGE).stream()
                .map(row -> row(row, map))
                .toList();
        String list =
                wanted.map(one -> "/staff/news?state=" + one.code() + "&page=").orElse("/staff/news?page=");
        return new PageView(
                "news/desk",
                pages.staff(StaffSection.NEWS, "News", who),
                new DeskList(
                        filters(counts, wanted),
                        rows,
                        Pagination.of(current, last, number -> list + number),
                        !who.areas().isEmpty(),
                        who.roles().contains(Role.ADMINISTRATOR),
                        texts.of(who.id()).stream().map(DeskPages::unsaved).toList()));
    }

    private static DeskList.Unsaved unsaved(Typed text) {
        String title = text.form().path("title").asString("").strip();
        return new DeskList.Unsaved(
                title.isEmpty() ? "Article without a title" : title,
                "/staff/news/" + text.article() + "/edit?typed",
                LondonTime.minute(text.at()));
    }

    private static List<DeskList.Filter> filters(Map<ArticleState, Long> counts, Optional<ArticleState> wanted) {
        List<DeskList.Filter> filters = new ArrayList<>();
        filters.add(new DeskList.Filter(
                "All", counts.values().stream().mapToLong(Long::longValue).sum(), "/staff/news", wanted.isEmpty()));
        counts.forEach((state, count) -> filters.add(new DeskList.Filter(
                state == ArticleState.DRAFT ? "Drafts" : state.label(),
                count,
                "/staff/news?state=" + state.code(),
                wanted.filter(state::equals).isPresent())));
        return filters;
    }

    private static DeskList.Row row(DeskRow row, AreaMap map) {
        return new DeskList.Row(
                row.title(),
                "/staff/news/" + row.id(),
                row.state(),
                names(map.named(row.areas())),
                LondonTime.minute(row.touchedAt()));
    }

    private static String names(List<Area> areas) {
        String named = areas.stream().limit(NAMED).map(Area::name).collect(Collectors.joining(", "));
        return areas.size() <= NAMED ? named : named + " and " + (areas.size() - NAMED) + " more";
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
                        comment,
                        ArticlePage.of(article, areas.all(), markdown, List.of())));
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
        SUBMITTED("The article waits for a second person. Tell a colleague that it is there."),
        COMMENTED("Your comment is kept. Only staff can see it."),
        SENT_BACK("The article is a draft again. Your comment says why."),
        SCHEDULED("The article will be published by itself at its time."),
        UNSCHEDULED("The article is out of the schedule and a draft again."),
        PUBLISHED("The article is published. Pages of its areas show it within seconds."),
        ARCHIVED("The article is archived. It can be read, but lists and feeds leave it out."),
        WITHDRAWN("The article is withdrawn. Readers who come by see the reason."),
        DECIDED("It is saved and holds from now on."),
        NOTHING("Nothing was done: somebody else was faster. This is the article as it is now.");

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
