package org.bluelamp.news.reading.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.bluelamp.news.area.Area;
import org.bluelamp.news.area.AreaMap;
import org.bluelamp.news.area.Areas;
import org.bluelamp.news.article.Archived;
import org.bluelamp.news.article.Article;
import org.bluelamp.news.article.ArticleId;
import org.bluelamp.news.article.Articles;
import org.bluelamp.news.article.Campaign;
import org.bluelamp.news.article.Public;
import org.bluelamp.news.article.Publication;
import org.bluelamp.news.article.Slug;
import org.bluelamp.news.article.Topic;
import org.bluelamp.news.article.Unpublished;
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
import org.springframework.beans.factory.annotation.Value;
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

/** The published news for programs. */
@RestController
@RequestMapping("/api/v1/news/articles")
@PublicEndpoint
@Tag(name = "News", description = "What neighbourhood policing teams have published")
class NewsApi {

    private static final int MOST = 100;

    private final Headlines headlines;
    private final Articles articles;
    private final Areas areas;
    private final Markdown markdown;
    private final URI publicUrl;

    NewsApi(
            Headlines headlines,
            Articles articles,
            Areas areas,
            Markdown markdown,
            @Value("${bluelamp.public-url}") URI publicUrl) {
        this.headlines = headlines;
        this.articles = articles;
        this.areas = areas;
        this.markdown = markdown;
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
            Instant publishedAt,
            Instant updatedAt) {}

    /**
     * An article in full.
     *
     * @param body Markdown as it was written
     * @param bodyHtml the same as HTML that is safe to show
     * @param kind what sort of text it is, for example {@code missing-person}
     * @param state {@code published}, {@code corrected} or {@code archived}
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
            Instant publishedAt,
            Instant updatedAt) {}

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

    @GetMapping
    @Operation(summary = "Published articles, newest first")
    @ApiResponse(responseCode = "200", description = "Some articles, and where to go on")
    @ApiResponse(responseCode = "400", description = "A parameter names nothing that exists; the problem says which")
    ArticleList list(
            @Parameter(description = "Code of an area; also what is for an area around it or inside it")
                    @RequestParam
                    @Nullable
                    String area,
            @Parameter(description = "Code of a topic, for example burglary") @RequestParam @Nullable String topic,
            @Parameter(description = "Hashtag of a campaign") @RequestParam @Nullable String campaign,
            @Parameter(description = "Where to go on: next of the answer before") @RequestParam @Nullable String cursor,
            @Parameter(description = "How many at most, 1 to 100") @RequestParam(defaultValue = "20") int limit) {
        AreaMap map = areas.all();
        Selection selection = new SelectionParameters(area, topic, campaign).among(map);
        if (limit < 1 || limit > MOST) {
            throw new UnknownSelectionException("limit", "This is a number from 1 to " + MOST);
        }
        Optional<Cursor> place = SelectionParameters.cursor("cursor", cursor);
        Headlines.Part part = place.map(from -> headlines.olderThan(from, selection, limit))
                .orElseGet(() -> headlines.newest(selection, limit));
        return new ArticleList(
                part.headlines().stream().map(headline -> listed(headline, map)).toList(),
                part.olderExist() ? part.headlines().getLast().cursor().toString() : null);
    }

    @GetMapping("/{id}")
    @Operation(summary = "One published article in full")
    @ApiResponse(responseCode = "200", description = "The article")
    @ApiResponse(responseCode = "404", description = "There is no such public article")
    @ApiResponse(responseCode = "410", description = "The article was withdrawn; the problem says why")
    FullArticle one(@PathVariable UUID id) {
        Article article = articles.find(new ArticleId(id)).orElseThrow(NewsApi::notFound);
        return switch (article) {
            case Unpublished _ -> throw notFound();
            case Withdrawn withdrawn -> throw gone(withdrawn);
            case Public current -> full(current, current.publication(), current.updatedAt(), areas.all());
            case Archived archived ->
                full(archived, archived.publication(), archived.archival().at(), areas.all());
        };
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
