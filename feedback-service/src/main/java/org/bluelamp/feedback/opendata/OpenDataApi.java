package org.bluelamp.feedback.opendata;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.bluelamp.feedback.results.Result;
import org.bluelamp.feedback.results.Results;
import org.bluelamp.feedback.round.Decided;
import org.bluelamp.feedback.round.Round;
import org.bluelamp.feedback.round.RoundId;
import org.bluelamp.feedback.round.RoundState;
import org.bluelamp.feedback.round.Rounds;
import org.bluelamp.feedback.survey.Question;
import org.bluelamp.service.area.HomeForce;
import org.bluelamp.service.security.PublicEndpoint;
import org.bluelamp.web.error.RefusedRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Open data, for programs and spreadsheets. Caches may keep it for an hour. */
@RestController
@PublicEndpoint
@RequestMapping("/api/v1/feedback/open-data")
@Tag(
        name = "Open data",
        description =
                "What rounds found and what residents raise. Numbers from one to four are not told, nor is what they could"
                        + " be worked out from, and a question that fewer than five people with a code answered is left"
                        + " out")
class OpenDataApi {

    private static final String CSV = "text/csv";
    private static final int ROUNDS = 500;

    private final OpenData data;
    private final Rounds rounds;
    private final Results results;
    private final HomeForce home;

    OpenDataApi(OpenData data, Rounds rounds, Results results, HomeForce home) {
        this.data = data;
        this.rounds = rounds;
        this.results = results;
        this.home = home;
    }

    /** A round that is over. */
    record RoundEntry(UUID id, String area, String title, LocalDate opensOn, LocalDate closesOn) {}

    /**
     * What a round found. A number from one to four is null.
     *
     * @param withCode how many people with a code were heard
     * @param withoutCode how many answers came without one
     * @param decision how the neighbourhood decided; null before
     */
    record RoundResult(
            UUID id,
            String area,
            String title,
            @Nullable Integer withCode,
            @Nullable Integer withoutCode,
            List<QuestionResult> questions,
            @Nullable String decision) {}

    /**
     * What was found of a question that can be counted and that at least five people with a code answered.
     *
     * @param kind {@code choice}, {@code several}, {@code scale} or {@code ranking}
     */
    record QuestionResult(
            int number,
            String question,
            String kind,
            int withCode,
            @Nullable Integer withoutCode,
            List<Published.Answer> answers) {}

    @GetMapping(path = "/rounds", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "The rounds that are over, the last first")
    ResponseEntity<List<RoundEntry>> rounds() {
        return kept().body(Stream.concat(
                        rounds.lines(home.code(), RoundState.CLOSED, ROUNDS).stream(),
                        rounds.lines(home.code(), RoundState.DECIDED, ROUNDS).stream())
                .map(line -> new RoundEntry(
                        line.id().value(),
                        line.area().value(),
                        line.title(),
                        line.period().first(),
                        line.period().last()))
                .sorted(Comparator.comparing(RoundEntry::closesOn).reversed())
                .toList());
    }

    @GetMapping(path = "/rounds/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "What a round found",
            description = "A number from one to four is null, and so is another where it would give that one away.")
    ResponseEntity<RoundResult> round(@PathVariable UUID id) {
        Result result = result(id);
        Round round = result.round();
        return kept().body(new RoundResult(
                id,
                round.area().value(),
                round.plan().title(),
                told(result.verified()),
                told(result.unverified()),
                shown(result)
                        .map(published -> new QuestionResult(
                                published.found().question().number(),
                                published.found().question().text(),
                                published.found().question().kind().word(),
                                published.withCode(),
                                published.withoutCode(),
                                published.answers()))
                        .toList(),
                round instanceof Decided decided ? decided.decision() : null));
    }

    @GetMapping(path = "/rounds/{id}.csv", produces = CSV)
    @Operation(
            summary = "What a round found, for spreadsheets",
            description = "A number from one to four is empty, and so is another where it would give that one away.")
    ResponseEntity<byte[]> roundCsv(@PathVariable UUID id) {
        List<List<String>> rows = new ArrayList<>();
        shown(result(id)).forEach(published -> {
            Question question = published.found().question();
            for (Published.Answer answer : published.answers()) {
                rows.add(List.of(
                        "" + question.number(),
                        question.text(),
                        question.kind().word(),
                        answer.answer(),
                        cell(answer.withCode()),
                        cell(answer.withoutCode()),
                        cell(answer.putFirst()),
                        cell(answer.points())));
            }
        });
        return csv(
                kept(),
                List.of("number", "question", "kind", "answer", "with_code", "without_code", "put_first", "points"),
                rows);
    }

    @GetMapping(path = "/concerns/months", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Concerns by neighbourhood, month and theme, of the last two years",
            description = "A number below five is null. The month in progress is left out.")
    ResponseEntity<List<OpenData.MonthOfTheme>> months() {
        return kept().body(data.months());
    }

    @GetMapping(path = "/concerns/months.csv", produces = CSV)
    @Operation(
            summary = "The same for spreadsheets",
            description = "A number below five is empty. The month in progress is left out.")
    ResponseEntity<byte[]> monthsCsv() {
        return csv(
                kept(),
                List.of("area", "month", "theme", "concerns"),
                data.months().stream()
                        .map(row -> List.of(row.area(), row.month(), row.theme(), cell(row.concerns())))
                        .toList());
    }

    @GetMapping(path = "/concerns/published", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Concerns that moderation has let out, the last first, 500 on a page",
            description =
                    "Their words without what names people, and nothing of who wrote them. There are at most 200 pages.")
    ResponseEntity<List<OpenData.PublishedConcern>> published(@RequestParam(defaultValue = "1") int page) {
        return keptBriefly().body(data.published(page));
    }

    @GetMapping(path = "/concerns/published.csv", produces = CSV)
    @Operation(summary = "The same for spreadsheets")
    ResponseEntity<byte[]> publishedCsv(@RequestParam(defaultValue = "1") int page) {
        return csv(
                keptBriefly(),
                List.of("area", "themes", "text", "published_on"),
                data.published(page).stream()
                        .map(row -> List.of(
                                row.area(),
                                String.join(" ", row.themes()),
                                row.text(),
                                row.publishedOn().toString()))
                        .toList());
    }

    private static Stream<Published> shown(Result result) {
        return result.findings().stream()
                .filter(found -> found.question().kind().counted() && found.shown())
                .map(Published::of);
    }

    private static @Nullable Integer told(int number) {
        return Published.small(number) ? null : (Integer) number;
    }

    private static String cell(@Nullable Number number) {
        return number == null ? "" : number.toString();
    }

    private Result result(UUID id) {
        return rounds.find(new RoundId(id))
                .filter(round -> home.has(round.area()))
                .flatMap(results::of)
                .filter(Result::complete)
                .orElseThrow(() ->
                        new RefusedRequest(HttpStatus.NOT_FOUND, "id", "There is no round with this id that is over"));
    }

    private static ResponseEntity.BodyBuilder kept() {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePublic());
    }

    /** What can be hidden again is gone within a minute. */
    private static ResponseEntity.BodyBuilder keptBriefly() {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(Duration.ofMinutes(1)).cachePublic());
    }

    private static ResponseEntity<byte[]> csv(
            ResponseEntity.BodyBuilder answer, List<String> head, List<List<String>> rows) {
        return answer.contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .body(Csv.table(head, rows).getBytes(StandardCharsets.UTF_8));
    }
}
