package org.bluelamp.news.reading.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.bluelamp.news.area.Area;
import org.bluelamp.news.area.AreaMap;
import org.bluelamp.news.area.Areas;
import org.bluelamp.news.article.Archived;
import org.bluelamp.news.article.Article;
import org.bluelamp.news.article.ArticleId;
import org.bluelamp.news.article.ArticleKind;
import org.bluelamp.news.article.ArticleVersion;
import org.bluelamp.news.article.Articles;
import org.bluelamp.news.article.Campaign;
import org.bluelamp.news.article.Corrected;
import org.bluelamp.news.article.Public;
import org.bluelamp.news.article.Publication;
import org.bluelamp.news.article.Slug;
import org.bluelamp.news.article.Topic;
import org.bluelamp.news.article.Unpublished;
import org.bluelamp.news.article.Versions;
import org.bluelamp.news.article.Withdrawn;
import org.bluelamp.news.markdown.Markdown;
import org.bluelamp.news.reading.Cursor;
import org.bluelamp.news.reading.Headline;
import org.bluelamp.news.reading.Headlines;
import org.bluelamp.news.reading.Selection;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.service.security.PublicEndpoint;
import org.bluelamp.web.error.Problem;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/** The published news for programs. */
@RestController
@RequestMapping("/api/v1/news")
@PublicEndpoint
@Tag(name = "News", description = "What neighbourhood policing teams have published")
class NewsApi {

    private static final int MOST = 100;

    /** Change with how the answers are written. */
    private static final String LIST_EDITION = "list 1";

    private static final String ARTICLE_EDITION = "article 1";
    private static final String VERSIONS_EDITION = "versions 1";

    /** A time of last change has whole seconds: what changed just now may change again within the same one. */
    private static final Duration SETTLED = Duration.ofSeconds(2);

    /** May be kept, but is asked for each time: a withdrawn article is gone at once. */
    private static final CacheControl ALWAYS = CacheControl.noCache().cachePublic();

    private final Headlines headlines;
    private final Articles articles;
    private final Versions versions;
    private final Areas areas;
    private final Markdown markdown;
    private final Clock clock;
    private final URI publicUrl;

    NewsApi(
            Headlines headlines,
            Articles articles,
            Versions versions,
            Areas areas,
            Markdown markdown,
            Clock clock,
            @Value("${bluelamp.public-url}") URI publicUrl) {
        this.headlines = headlines;
        this.articles = articles;
        this.versions = versions;
        this.areas = areas;
        this.markdown = markdown;
        this.clock = clock;
        this.publicUrl = publicUrl;
    }

    /**
     * A part of the list.
     *
     * @param next the cursor of what follows; null at the end
     */
    record ArticleList(
            List<ListedArticle> articles, @Nullable String next) {}

    /** An article in the list. */
    record ListedArticle(
            UUID id,
            String url,
            String title,
            String summary,
            List<ArticleArea> areas,
            List<String> topics,
            @Nullable String campaign,
            String kind,
            Instant publishedAt,
            Instant updatedAt) {}

    /**
     * An article in full.
     *
     * @param body Markdown as it was written
     * @param bodyHtml the same as HTML that is safe to show
     * @param kind what sort of text it is, for example {@code missing-person}
     * @param state {@code published}, {@code corrected} or {@code archived}
     * @param hashtags further ones, without the {@code #}
     * @param contact how to reach the police about it
     * @param crimeReference the police's number for the crime
     * @param notAfter when it ends by itself
     * @param correction what was corrected last
     */
    record FullArticle(
            UUID id,
            String url,
            String title,
            String summary,
            String body,
            String bodyHtml,
            List<ArticleArea> areas,
            List<String> topics,
            @Nullable String campaign,
            String kind,
            String state,
            List<String> hashtags,
            @Nullable String contact,
            @Nullable String crimeReference,
            @Nullable Instant notAfter,
            @Nullable String correction,
            Instant publishedAt,
            Instant updatedAt) {}

    /** What readers saw of an article at one time after another, the newest first. */
    record ArticleVersions(List<OneVersion> versions) {}

    /**
     * What readers saw from one moment on.
     *
     * @param note what was corrected; null for the first
     */
    record OneVersion(
            long version,
            Instant at,
            String title,
            String summary,
            String body,
            @Nullable String note) {

        static OneVersion of(ArticleVersion one) {
            return new OneVersion(one.version(), one.at(), one.title(), one.summary(), one.body(), one.note());
        }
    }

    /** What the lists can be asked for by code. */
    record Choices(List<Choice> topics, List<Choice> kinds) {}

    /** A code with its name for people. */
    record Choice(String code, String name) {}

    /** An area an article is for. */
    record ArticleArea(String code, String name, String kind) {

        static List<ArticleArea> of(Iterable<AreaCode> codes, AreaMap map) {
            List<ArticleArea> named = new ArrayList<>();
            for (AreaCode code : codes) {
                Area area = map.named(code);
                named.add(new ArticleArea(code.value(), area.name(), area.kind().word()));
            }
            return named;
        }
    }

    @GetMapping("/articles")
    @Operation(summary = "Public articles, newest first")
    @ApiResponse(responseCode = "200", description = "Some articles, and where to go on")
    @ApiResponse(responseCode = "304", description = "Nothing changed since the ETag that was sent along")
    @ApiResponse(responseCode = "400", description = "A parameter names nothing that exists; the problem says which")
    ResponseEntity<ArticleList> list(
            @ParameterObject SelectionParameters wanted,
            @Parameter(description = "Where to go on: next of the answer before") @RequestParam @Nullable String cursor,
            @Parameter(description = "How many at most, 1 to 100") @RequestParam(defaultValue = "20") int limit,
            @Parameter(hidden = true) WebRequest request) {
        AreaMap map = areas.all();
        Selection selection = wanted.among(map);
        if (limit < 1 || limit > MOST) {
            throw new UnknownSelectionException("limit", "This is a number from 1 to " + MOST);
        }
        Optional<Cursor> place = SelectionParameters.cursor("cursor", cursor);
        Headlines.Part part = place.map(from -> headlines.olderThan(from, selection, limit))
                .orElseGet(() -> headlines.newest(selection, limit));
        List<ArticleArea> named = part.headlines().stream()
                .flatMap(headline -> ArticleArea.of(headline.areas(), map).stream())
                .toList();
        return fresh(
                EntityTag.of(LIST_EDITION + part.olderExist() + named, part.headlines()),
                request,
                () -> new ArticleList(
                        part.headlines().stream()
                                .map(headline -> listed(headline, map))
                                .toList(),
                        part.olderExist() ? part.headlines().getLast().cursor().toString() : null));
    }

    @GetMapping("/articles/{id}")
    @Operation(summary = "One public article in full")
    @ApiResponse(responseCode = "200", description = "The article")
    @ApiResponse(
            responseCode = "304",
            description = "Nothing changed since the ETag or the Last-Modified that was sent along")
    @ApiResponse(responseCode = "404", description = "There is no such public article")
    @ApiResponse(responseCode = "410", description = "The article was withdrawn; the problem says why")
    ResponseEntity<FullArticle> one(@PathVariable UUID id, @Parameter(hidden = true) WebRequest request) {
        return switch (articles.find(new ArticleId(id)).orElseThrow(NewsApi::notFound)) {
            case Unpublished _ -> throw notFound();
            case Withdrawn withdrawn -> throw gone(withdrawn);
            case Public current -> one(current, current.publication(), current.updatedAt(), request);
            case Archived archived ->
                one(archived, archived.publication(), archived.archival().at(), request);
        };
    }

    private ResponseEntity<FullArticle> one(
            Article article, Publication publication, Instant updatedAt, WebRequest request) {
        AreaMap map = areas.all();
        String tag = EntityTag.of(ARTICLE_EDITION + article.id() + "." + article.version()
                + ArticleArea.of(article.content().areas(), map));
        if (updatedAt.isAfter(clock.instant().minus(SETTLED))) {
            return fresh(tag, request, () -> full(article, publication, updatedAt, map));
        }
        if (request.checkNotModified(tag, updatedAt.toEpochMilli())) {
            return ResponseEntity.status(HttpStatus.NOT_MODIFIED)
                    .cacheControl(ALWAYS)
                    .eTag(tag)
                    .lastModified(updatedAt)
                    .build();
        }
        return ResponseEntity.ok()
                .cacheControl(ALWAYS)
                .eTag(tag)
                .lastModified(updatedAt)
                .body(full(article, publication, updatedAt, map));
    }

    @GetMapping("/articles/{id}/versions")
    @Operation(summary = "What readers saw of an article at one time after another")
    @ApiResponse(responseCode = "200", description = "The first publication and each correction, the newest first")
    @ApiResponse(responseCode = "304", description = "Nothing changed since the ETag that was sent along")
    @ApiResponse(responseCode = "404", description = "There is no such public article")
    @ApiResponse(responseCode = "410", description = "The article was withdrawn, and so were its versions")
    ResponseEntity<ArticleVersions> versions(@PathVariable UUID id, @Parameter(hidden = true) WebRequest request) {
        Article article = readable(id);
        return fresh(
                EntityTag.of(VERSIONS_EDITION + article.id() + "." + article.version()),
                request,
                () -> new ArticleVersions(
                        versions.of(article.id()).stream().map(OneVersion::of).toList()));
    }

    @GetMapping("/topics")
    @Operation(summary = "The topics and kinds that articles can be asked for by")
    @ApiResponse(responseCode = "200", description = "All of them; codes stay what they are")
    ResponseEntity<Choices> topics() {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePublic())
                .body(new Choices(
                        Arrays.stream(Topic.values())
                                .map(topic -> new Choice(topic.code(), topic.label()))
                                .toList(),
                        Arrays.stream(ArticleKind.values())
                                .map(kind -> new Choice(kind.code(), kind.label()))
                                .toList()));
    }

    private Article readable(UUID id) {
        return switch (articles.find(new ArticleId(id)).orElseThrow(NewsApi::notFound)) {
            case Unpublished _ -> throw notFound();
            case Withdrawn withdrawn -> throw gone(withdrawn);
            case Article article -> article;
        };
    }

    private static <T> ResponseEntity<T> fresh(String tag, WebRequest request, Supplier<T> body) {
        if (request.checkNotModified(tag)) {
            return ResponseEntity.status(HttpStatus.NOT_MODIFIED)
                    .cacheControl(ALWAYS)
                    .eTag(tag)
                    .build();
        }
        return ResponseEntity.ok().cacheControl(ALWAYS).eTag(tag).body(body.get());
    }

    private ListedArticle listed(Headline headline, AreaMap map) {
        return new ListedArticle(
                headline.id().value(),
                url(headline.slug()),
                headline.title(),
                headline.summary(),
                ArticleArea.of(headline.areas(), map),
                codes(headline.topics()),
                headline.campaign().map(Campaign::hashtag).orElse(null),
                headline.kind().code(),
                headline.publishedAt(),
                headline.updatedAt());
    }

    private FullArticle full(Article article, Publication publication, Instant updatedAt, AreaMap map) {
        return new FullArticle(
                article.id().value(),
                url(article.slug()),
                article.content().title(),
                article.content().summary(),
                article.content().body(),
                markdown.forFeed(article.content().body()).toString(),
                ArticleArea.of(article.content().areas(), map),
                codes(article.content().topics()),
                article.content().campaign().map(Campaign::hashtag).orElse(null),
                article.content().details().kind().code(),
                article.state().code(),
                article.content().details().hashtags(),
                article.content().details().contact().orElse(null),
                article.content().details().crimeReference().orElse(null),
                article.content().details().notAfter().orElse(null),
                article instanceof Corrected corrected ? corrected.correction().note() : null,
                publication.at(),
                updatedAt);
    }

    private String url(Slug slug) {
        return publicUrl + "/news/" + slug;
    }

    private static List<String> codes(Set<Topic> topics) {
        return topics.stream().map(Topic::code).toList();
    }

    private static ErrorResponseException notFound() {
        return new ErrorResponseException(
                HttpStatus.NOT_FOUND,
                ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, "There is no such public article"),
                null);
    }

    private static ErrorResponseException gone(Withdrawn article) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.GONE, "The article was withdrawn");
        problem.setProperty("reason", article.withdrawal().reason());
        problem.setProperty("withdrawnAt", article.withdrawal().at());
        return new ErrorResponseException(HttpStatus.GONE, problem, null);
    }

    /** What is a page that does not exist to a reader is a bad parameter to a program. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> unknownSelection(UnknownSelectionException exception) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.BAD_REQUEST, exception.parameter() + ": " + exception.getMessage());
        problem.setProperty(
                "errors", List.of(new Problem(exception.parameter(), String.valueOf(exception.getMessage()))));
        return ResponseEntity.status(problem.getStatus())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
