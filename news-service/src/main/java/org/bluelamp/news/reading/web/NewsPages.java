package org.bluelamp.news.reading.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bluelamp.news.area.AreaMap;
import org.bluelamp.news.area.Areas;
import org.bluelamp.news.article.Archived;
import org.bluelamp.news.article.Article;
import org.bluelamp.news.article.Articles;
import org.bluelamp.news.article.Public;
import org.bluelamp.news.article.Slug;
import org.bluelamp.news.article.Unpublished;
import org.bluelamp.news.article.Versions;
import org.bluelamp.news.article.Withdrawn;
import org.bluelamp.news.markdown.Markdown;
import org.bluelamp.news.reading.Cursor;
import org.bluelamp.news.reading.Headline;
import org.bluelamp.news.reading.Headlines;
import org.bluelamp.news.reading.Selection;
import org.bluelamp.service.area.HomeForce;
import org.bluelamp.service.security.PublicEndpoint;
import org.bluelamp.web.govuk.Pagination;
import org.bluelamp.web.govuk.Text;
import org.bluelamp.web.page.LondonTime;
import org.bluelamp.web.page.Page;
import org.bluelamp.web.page.PageView;
import org.bluelamp.web.page.Pages;
import org.bluelamp.web.page.Section;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** The news as residents read it. */
@Controller
@PublicEndpoint
class NewsPages {

    /** Long enough to bear a wave of readers, short enough that a withdrawn article is gone within the minute. */
    static final CacheControl SOON_STALE =
            CacheControl.maxAge(Duration.ofSeconds(30)).cachePublic();

    private static final int PER_PAGE = 10;
    private static final int RELATED = 3;

    private final Headlines headlines;
    private final Articles articles;
    private final Versions versions;
    private final Areas areas;
    private final HomeForce home;
    private final Markdown markdown;
    private final Pages pages;

    NewsPages(
            Headlines headlines,
            Articles articles,
            Versions versions,
            Areas areas,
            HomeForce home,
            Markdown markdown,
            Pages pages) {
        this.headlines = headlines;
        this.articles = articles;
        this.versions = versions;
        this.areas = areas;
        this.home = home;
        this.markdown = markdown;
        this.pages = pages;
    }

    @GetMapping("/news")
    PageView list(
            SelectionParameters wanted,
            @RequestParam @Nullable String before,
            @RequestParam @Nullable String after,
            HttpServletResponse response) {
        AreaMap map = areas.all();
        Selection selection = wanted.among(map);
        Optional<Cursor> older = SelectionParameters.cursor("before", before);
        Optional<Cursor> newer = SelectionParameters.cursor("after", after);
        Headlines.Part part = older.map(place -> headlines.olderThan(place, selection, PER_PAGE))
                .or(() -> newer.map(place -> headlines.newerThan(place, selection, PER_PAGE)))
                .orElseGet(() -> headlines.newest(selection, PER_PAGE));
        List<Teaser> teasers = part.headlines().stream()
                .map(headline -> Teaser.of(headline, map))
                .toList();
        response.setHeader(HttpHeaders.CACHE_CONTROL, SOON_STALE.getHeaderValue());
        Page page = pages.page(Section.NEWS, NewsList.title(selection, map))
                .description(Feed.ABOUT)
                .at(selection.at("/news"))
                .feed(
                        NewsList.title(selection.lasting(), map),
                        selection.lasting().at(FeedForm.ATOM.path()));
        return new PageView(
                "news/list",
                // A page of results for whatever words is nothing to find by a search engine.
                selection.text().isPresent() ? page.unlisted() : page,
                new NewsList(selection, map.of(home), headlines.yearsWithNews(), teasers, pagination(part, selection)));
    }

    /** The years of which there is news, in all or of a selection. */
    @GetMapping("/news/archive")
    PageView archive(SelectionParameters wanted, HttpServletResponse response) {
        AreaMap map = areas.all();
        Selection selection = wanted.among(map).lasting();
        response.setHeader(HttpHeaders.CACHE_CONTROL, SOON_STALE.getHeaderValue());
        return new PageView(
                "news/archive",
                pages.page(Section.NEWS, NewsList.title(selection, map) + " by year")
                        .crumb("News", "/news")
                        .at(selection.at("/news/archive")),
                ArchivePage.of(selection, headlines.years(selection)));
    }

    private static @Nullable Pagination pagination(Headlines.Part part, Selection selection) {
        if (!part.newerExist() && !part.olderExist()) {
            return null;
        }
        List<Headline> shown = part.headlines();
        return new Pagination(
                part.newerExist()
                        ? new Pagination.Neighbour(
                                selection.at(
                                        "/news",
                                        "after",
                                        shown.getFirst().cursor().toString()),
                                new Text("Newer news"),
                                null)
                        : null,
                part.olderExist()
                        ? new Pagination.Neighbour(
                                selection.at(
                                        "/news",
                                        "before",
                                        shown.getLast().cursor().toString()),
                                new Text("Older news"),
                                null)
                        : null);
    }

    @GetMapping("/news/{slug}")
    ModelAndView article(@PathVariable String slug, HttpServletResponse response) {
        Article article = Optional.of(slug)
                .filter(Slug::isShapedLikeOne)
                .map(Slug::new)
                .flatMap(articles::findBySlug)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        response.setHeader(HttpHeaders.CACHE_CONTROL, SOON_STALE.getHeaderValue());
        return switch (article) {
            case Unpublished _ -> {
                response.setHeader(
                        HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
                throw new ResponseStatusException(HttpStatus.NOT_FOUND);
            }
            case Withdrawn withdrawn -> gone(withdrawn);
            case Public moved when !moved.slug().value().equals(slug) -> moved("/news/" + moved.slug());
            case Archived moved when !moved.slug().value().equals(slug) -> moved("/news/" + moved.slug());
            case Public current -> page(current);
            case Archived archived -> page(archived);
        };
    }

    /** What readers saw of an article at other times, and what changed. */
    @GetMapping("/news/{slug}/versions")
    ModelAndView versions(@PathVariable String slug, HttpServletResponse response) {
        Article article = Optional.of(slug)
                .filter(Slug::isShapedLikeOne)
                .map(Slug::new)
                .flatMap(articles::findBySlug)
                .filter(one -> !(one instanceof Unpublished))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        response.setHeader(HttpHeaders.CACHE_CONTROL, SOON_STALE.getHeaderValue());
        if (article instanceof Withdrawn withdrawn) {
            return gone(withdrawn);
        }
        if (!article.slug().value().equals(slug)) {
            return moved("/news/" + article.slug() + "/versions");
        }
        return new PageView(
                "news/versions",
                pages.page(Section.NEWS, "What changed in this article")
                        .crumb("News", "/news")
                        .crumb(article.content().title(), "/news/" + article.slug())
                        .unlisted(),
                VersionsPage.of("/news/" + article.slug(), versions.of(article.id())));
    }

    private PageView page(Public article) {
        AreaMap map = areas.all();
        return page(article, article.updatedAt(), map, JsonLd.of(article, map, address(article), force()), null);
    }

    private PageView page(Archived article) {
        AreaMap map = areas.all();
        return page(
                article,
                article.archival().at(),
                map,
                JsonLd.of(article, map, address(article), force()),
                versions.of(article.id()).size() > 1 ? "/news/" + article.slug() + "/versions" : null);
    }

    private PageView page(
            Article article, Instant updatedAt, AreaMap map, JsonLd data, @Nullable String earlierVersions) {
        List<Teaser> related = headlines.relatedTo(article, RELATED).stream()
                .map(headline -> Teaser.of(headline, map))
                .toList();
        String path = "/news/" + article.slug();
        return new PageView(
                "news/article",
                pages.page(Section.NEWS, article.content().title())
                        .crumb("News", "/news")
                        .description(article.content().summary())
                        .at(path)
                        .feed("News", FeedForm.ATOM.path()),
                new ReadPage(
                        ArticlePage.of(article, map, markdown, related),
                        address(article),
                        article.content().title(),
                        updatedAt,
                        pages.site().name(),
                        data,
                        earlierVersions,
                        path + "/useful"));
    }

    private String address(Article article) {
        return pages.site().publicUrl() + "/news/" + article.slug();
    }

    private JsonLd.Organisation force() {
        return JsonLd.force(pages.site().name(), pages.site().publicUrl());
    }

    private PageView gone(Withdrawn article) {
        return new PageView(
                        "news/withdrawn",
                        pages.page(Section.NEWS, "This article was withdrawn")
                                .crumb("News", "/news")
                                .unlisted(),
                        new WithdrawnPage(
                                LondonTime.day(article.withdrawal().at()),
                                article.withdrawal().reason()))
                .status(HttpStatus.GONE);
    }

    private static ModelAndView moved(String path) {
        ModelAndView redirect = new ModelAndView("redirect:" + path);
        redirect.setStatus(HttpStatus.MOVED_PERMANENTLY);
        return redirect;
    }
}
