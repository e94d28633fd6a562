package org.bluelamp.news.desk.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongFunction;
import org.bluelamp.news.area.Areas;
import org.bluelamp.news.article.Article;
import org.bluelamp.news.article.ArticleId;
import org.bluelamp.news.article.Content;
import org.bluelamp.news.article.Newsroom;
import org.bluelamp.news.article.Public;
import org.bluelamp.news.article.SecondPersonException;
import org.bluelamp.news.article.StaleArticleException;
import org.bluelamp.news.article.WrongStateException;
import org.bluelamp.news.markdown.Markdown;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.service.security.Role;
import org.bluelamp.service.security.StaffEndpoint;
import org.bluelamp.service.security.StaffMember;
import org.bluelamp.web.error.Problem;
import org.bluelamp.web.error.RefusedRequest;
import org.bluelamp.web.form.DateBoxes;
import org.bluelamp.web.page.LondonTime;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The newsroom for programs of the force, by the same rules as its pages. Every change names the version it was made on
 * ({@code If-Match}, RFC 9110 section 13.1.1), so nothing is overwritten unseen.
 */
@RestController
@RequestMapping(path = "/api/v1/news/desk/articles", produces = "application/json")
@StaffEndpoint(Role.EDITOR)
@Tag(name = "Newsroom", description = "Writing, reviewing and publishing articles")
@SecurityRequirement(name = "staff")
class DeskApi {

    private final Newsroom newsroom;
    private final Areas areas;
    private final Markdown markdown;
    private final Clock clock;

    DeskApi(Newsroom newsroom, Areas areas, Markdown markdown, Clock clock) {
        this.newsroom = newsroom;
        this.areas = areas;
        this.markdown = markdown;
        this.clock = clock;
    }

    /**
     * What an article is to say.
     *
     * @param kind {@code news}, {@code advice}, {@code event}, {@code appeal}, {@code missing-person} or
     *     {@code court-result}; news when left out
     * @param lastDay after which it ends by itself
     * @param note what is corrected; only for an article that is public
     */
    record ArticleText(
            @Nullable String title,
            @Nullable String summary,
            @Nullable String body,
            @Nullable String kind,
            @Nullable List<String> areas,
            @Nullable List<String> topics,
            @Nullable String campaign,
            @Nullable List<String> hashtags,
            @Nullable String contact,
            @Nullable String crimeReference,
            @Nullable LocalDate lastDay,
            @Nullable String note) {

        ArticleForm form() {
            return new ArticleForm(
                    title,
                    summary,
                    body,
                    kind,
                    areas,
                    topics,
                    campaign,
                    hashtags == null ? null : String.join(" ", hashtags),
                    contact,
                    crimeReference,
                    DateBoxes.of(lastDay),
                    note);
        }
    }

    /** An article as the newsroom has it. */
    record DeskArticle(
            UUID id,
            long version,
            String state,
            String title,
            String summary,
            String body,
            String kind,
            List<String> areas,
            String author,
            String changedBy,
            Instant changedAt) {

        static DeskArticle of(Article article) {
            Content content = article.content();
            return new DeskArticle(
                    article.id().value(),
                    article.version(),
                    article.state().code(),
                    content.title(),
                    content.summary(),
                    content.body(),
                    content.details().kind().code(),
                    content.areas().stream().map(AreaCode::value).toList(),
                    article.provenance().author().name(),
                    article.provenance().changedBy().name(),
                    article.provenance().changedAt());
        }
    }

    /** Why something is done. */
    record Reason(@Nullable String reason) {

        String given() {
            if (reason == null || reason.isBlank()) {
                throw new RefusedRequest(HttpStatus.BAD_REQUEST, "reason", "Say why");
            }
            return reason;
        }
    }

    /** When something is to happen. */
    record Time(@Nullable Instant at) {

        Instant given() {
            return Optional.ofNullable(at)
                    .orElseThrow(() ->
                            new RefusedRequest(HttpStatus.BAD_REQUEST, "at", "Say when, such as 2026-12-01T07:00:00Z"));
        }
    }

    @PostMapping
    @Operation(summary = "Begin an article as a draft")
    @ApiResponse(responseCode = "201", description = "The draft, with its address and version")
    @ApiResponse(responseCode = "400", description = "The problem names each field and what is wrong")
    ResponseEntity<DeskArticle> write(StaffMember who, @RequestBody ArticleText text) {
        Article draft = newsroom.write(who, checked(who, text, false));
        return ResponseEntity.created(URI.create("/api/v1/news/desk/articles/" + draft.id()))
                .eTag(tag(draft))
                .body(DeskArticle.of(draft));
    }

    @GetMapping("/{id}")
    @Operation(summary = "One article in any state")
    ResponseEntity<DeskArticle> one(StaffMember who, @PathVariable UUID id) {
        return answer(newsroom.open(who, new ArticleId(id)));
    }

    @PutMapping("/{id}")
    @Operation(summary = "Change the words of an article; of a public one, with a note of what is corrected")
    @ApiResponse(responseCode = "412", description = "Somebody changed it since the version in If-Match")
    ResponseEntity<DeskArticle> change(
            StaffMember who,
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String version,
            @RequestBody ArticleText text) {
        boolean isPublic = newsroom.open(who, new ArticleId(id)) instanceof Public;
        Content content = checked(who, text, isPublic);
        return deed(
                version,
                on -> isPublic
                        ? newsroom.correct(
                                who, new ArticleId(id), on, content, text.form().note())
                        : newsroom.rewrite(who, new ArticleId(id), on, content));
    }

    @PostMapping("/{id}/submit")
    @Operation(summary = "Give a draft to a second person")
    ResponseEntity<DeskArticle> submit(
            StaffMember who,
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String version) {
        return deed(version, on -> newsroom.submit(who, new ArticleId(id), on));
    }

    @PostMapping("/{id}/send-back")
    @Operation(summary = "Give an article in review back to who wrote it")
    ResponseEntity<DeskArticle> sendBack(
            StaffMember who,
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String version,
            @RequestBody Reason why) {
        String reason = why.given();
        return deed(version, on -> newsroom.sendBack(who, new ArticleId(id), on, reason));
    }

    @PostMapping("/{id}/publish")
    @Operation(summary = "Make an article public at once")
    @ApiResponse(responseCode = "403", description = "A second person has to do it, or you have no right in its areas")
    ResponseEntity<DeskArticle> publish(
            StaffMember who,
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String version) {
        return deed(version, on -> newsroom.publish(who, new ArticleId(id), on));
    }

    @PostMapping("/{id}/schedule")
    @Operation(summary = "Have an article become public by itself")
    ResponseEntity<DeskArticle> schedule(
            StaffMember who,
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String version,
            @RequestBody Time time) {
        Instant at = time.given();
        return deed(version, on -> newsroom.schedule(who, new ArticleId(id), on, at));
    }

    @PostMapping("/{id}/unschedule")
    @Operation(summary = "Take an article out of the schedule")
    ResponseEntity<DeskArticle> unschedule(
            StaffMember who,
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String version) {
        return deed(version, on -> newsroom.unschedule(who, new ArticleId(id), on));
    }

    @PostMapping("/{id}/archive")
    @Operation(summary = "Say that a public article is no longer current")
    ResponseEntity<DeskArticle> archive(
            StaffMember who,
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String version) {
        return deed(version, on -> newsroom.archive(who, new ArticleId(id), on));
    }

    @PostMapping("/{id}/withdraw")
    @Operation(summary = "Take a public article back, for a reason that readers are told")
    ResponseEntity<DeskArticle> withdraw(
            StaffMember who,
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String version,
            @RequestBody Reason why) {
        String reason = why.given();
        return deed(version, on -> newsroom.withdraw(who, new ArticleId(id), on, reason));
    }

    private Content checked(StaffMember who, ArticleText text, boolean correcting) {
        ArticleForm form = text.form();
        BeanPropertyBindingResult errors = new BeanPropertyBindingResult(form, "article");
        form.check(who, areas.all(), correcting, LondonTime.date(clock.instant()), errors);
        markdown.libraryFault(form.body()).ifPresent(fault -> errors.rejectValue("body", "library", fault));
        if (errors.hasErrors()) {
            throw new RefusedRequest(
                    HttpStatus.BAD_REQUEST,
                    "The article cannot be kept as it is",
                    errors.getFieldErrors().stream().map(DeskApi::problem).toList());
        }
        return form.content();
    }

    private static Problem problem(FieldError error) {
        String field = error.getField().startsWith("ends") ? "lastDay" : error.getField();
        return new Problem(field, String.valueOf(error.getDefaultMessage()));
    }

    private static ResponseEntity<DeskArticle> deed(@Nullable String version, LongFunction<Article> deed) {
        try {
            return answer(deed.apply(version(version)));
        } catch (StaleArticleException stale) {
            throw new RefusedRequest(
                    HttpStatus.PRECONDITION_FAILED, "If-Match", "Somebody changed the article since; read it again");
        } catch (WrongStateException impossible) {
            throw new RefusedRequest(HttpStatus.CONFLICT, "state", String.valueOf(impossible.getMessage()));
        } catch (SecondPersonException alone) {
            throw new RefusedRequest(HttpStatus.FORBIDDEN, "state", String.valueOf(alone.getMessage()));
        } catch (IllegalArgumentException unfit) {
            throw new RefusedRequest(HttpStatus.BAD_REQUEST, "article", String.valueOf(unfit.getMessage()));
        }
    }

    private static long version(@Nullable String tag) {
        if (tag == null) {
            throw new RefusedRequest(
                    HttpStatus.PRECONDITION_REQUIRED,
                    "If-Match",
                    "Send the version that you read, as its ETag says it");
        }
        String number = tag.replaceFirst("^W/", "").replace("\"", "");
        if (!number.matches("[0-9]{1,18}")) {
            throw new RefusedRequest(HttpStatus.BAD_REQUEST, "If-Match", "This is no version of an article");
        }
        return Long.parseLong(number);
    }

    private static ResponseEntity<DeskArticle> answer(Article article) {
        return ResponseEntity.ok().eTag(tag(article)).body(DeskArticle.of(article));
    }

    private static String tag(Article article) {
        return "\"" + article.version() + "\"";
    }
}
