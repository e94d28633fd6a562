package org.bluelamp.feedback.voice.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.bluelamp.feedback.area.Area;
import org.bluelamp.feedback.area.Areas;
import org.bluelamp.feedback.round.Open;
import org.bluelamp.feedback.round.Round;
import org.bluelamp.feedback.round.RoundId;
import org.bluelamp.feedback.round.Rounds;
import org.bluelamp.feedback.submission.SetAside;
import org.bluelamp.feedback.submission.SubmissionKey;
import org.bluelamp.feedback.submission.Traps;
import org.bluelamp.feedback.survey.Answer;
import org.bluelamp.feedback.survey.Answers;
import org.bluelamp.feedback.survey.Question;
import org.bluelamp.feedback.survey.Reading;
import org.bluelamp.feedback.survey.Typing;
import org.bluelamp.feedback.survey.web.Walk;
import org.bluelamp.feedback.team.Team;
import org.bluelamp.feedback.team.Teams;
import org.bluelamp.feedback.voice.About;
import org.bluelamp.feedback.voice.AgeBand;
import org.bluelamp.feedback.voice.Ballot;
import org.bluelamp.feedback.voice.Taken;
import org.bluelamp.feedback.voice.VoiceCode;
import org.bluelamp.service.security.PublicEndpoint;
import org.bluelamp.web.form.Form;
import org.bluelamp.web.page.Page;
import org.bluelamp.web.page.PageView;
import org.bluelamp.web.page.Pages;
import org.bluelamp.web.page.Section;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.validation.BindingResult;
import org.springframework.validation.MapBindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/**
 * Where residents answer a round: the questions page by page, then the code and what they like to say of themselves.
 * Until the last button nothing is kept, and what was answered travels in the form.
 */
@Controller
@PublicEndpoint
@RequestMapping("/have-your-say/rounds/{id}")
class TakePartController {

    private static final String LAST = "last";

    private final Rounds rounds;
    private final Ballot ballot;
    private final Areas areas;
    private final Teams teams;
    private final Pages pages;
    private final Clock clock;

    TakePartController(Rounds rounds, Ballot ballot, Areas areas, Teams teams, Pages pages, Clock clock) {
        this.rounds = rounds;
        this.ballot = ballot;
        this.areas = areas;
        this.teams = teams;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/answer")
    ModelAndView start(@PathVariable UUID id, HttpServletResponse response) {
        @Nullable String control = CacheControl.noCache().cachePrivate().getHeaderValue();
        response.setHeader(HttpHeaders.CACHE_CONTROL, control);
        Round round = round(id);
        if (!(round instanceof Open)) {
            // The round's own page may be kept by caches for a minute, and would lead back here.
            return notOpen(round, OverPage.nothingSent(round, area(round)));
        }
        return page(
                round,
                Walk.start(round.survey()),
                List.of(
                        new Walk.Carried("opened", Traps.opened(clock)),
                        new Walk.Carried("token", UUID.randomUUID().toString())));
    }

    @PostMapping("/answer")
    ModelAndView answer(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        Round round = round(id);
        if (!(round instanceof Open)) {
            return over(round, sent);
        }
        Typing typed = field -> sent.getOrDefault(field, List.of());
        List<Walk.Carried> guards = guards(typed);
        return switch (Walk.take(round.survey(), sent)) {
            case Walk.At at ->
                page(round, at, guards).status(at.form().wrong() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
            case Walk.Through through
            when through.beyond() && typed.one(LAST).equals("yes") -> take(round, through, sent);
            case Walk.Through through -> last(round, through.pages(), typed, Map.of());
        };
    }

    private ModelAndView take(Round round, Walk.Through through, MultiValueMap<String, String> sent) {
        Typing typed = field -> sent.getOrDefault(field, List.of());
        String typedCode = typed.one("code").strip();
        Optional<VoiceCode> code = VoiceCode.read(typedCode);
        if (!typedCode.isEmpty() && code.isEmpty()) {
            return last(
                            round,
                            through.pages(),
                            typed,
                            Map.of("code", "Enter the code in the form 7K3M-Q9TF-22VX, or leave it empty"))
                    .status(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        @Nullable SetAside suspicion = Traps.suspicion(typed.one("subject"), typed.one("opened"), clock);
        Taken taken = ballot.take(
                round.id(),
                through.answers(),
                about(round, typed),
                code.orElse(null),
                SubmissionKey.ofForm(typed.one("token"), content(through.answers())),
                suspicion);
        return switch (taken) {
            case VERIFIED, UNVERIFIED ->
                PageView.redirect("/have-your-say/rounds/" + round.id() + "/heard"
                        + (taken == Taken.VERIFIED ? "?verified" : ""));
            case NOT_OPEN -> over(round(round.id().value()), sent);
            case UNKNOWN_CODE ->
                last(
                                round,
                                through.pages(),
                                typed,
                                Map.of(
                                        "code",
                                        "This round has no such code. Check it, or leave it empty to send your answers"
                                                + " without one"))
                        .status(HttpStatus.UNPROCESSABLE_CONTENT);
            case USED_CODE ->
                last(
                                round,
                                through.pages(),
                                typed,
                                Map.of(
                                        "code",
                                        "This code has already been used in this round. Leave it empty to"
                                                + " send your answers without one"))
                        .status(HttpStatus.CONFLICT);
        };
    }

    @GetMapping("/heard")
    ModelAndView heard(@PathVariable UUID id, @RequestParam(required = false) @Nullable String verified) {
        Round round = round(id);
        Area area = area(round);
        return new PageView(
                "feedback/voice/heard",
                pages.page(Section.HAVE_YOUR_SAY, "Thank you").withoutHeading().unlisted(),
                new HeardPage(round, area, Team.readers(teams.of(area.code()).orElse(null)), verified != null));
    }

    /** Whoever answers after the end is told, and gets back what they wrote in their own words. */
    private ModelAndView over(Round round, MultiValueMap<String, String> sent) {
        Typing typed = field -> sent.getOrDefault(field, List.of());
        StringBuilder words = new StringBuilder();
        for (Question question : round.survey().questions()) {
            if (!question.kind().counted()) {
                String answer = typed.one(Reading.field(question)).strip();
                if (!answer.isEmpty()) {
                    words.append(words.isEmpty() ? "" : "\n\n").append(answer);
                }
            }
        }
        return notOpen(round, OverPage.sent(round, area(round), words.toString()))
                .status(HttpStatus.CONFLICT);
    }

    private PageView notOpen(Round round, OverPage model) {
        return new PageView(
                "feedback/voice/over", frame(round, "This round is not open").unlisted(), model);
    }

    private PageView page(Round round, Walk.At at, List<Walk.Carried> guards) {
        return new PageView(
                "feedback/voice/answer",
                frame(round, round.plan().title()).unlisted().form(at.form()),
                new AnswerPage(round, area(round), action(round), at, guards));
    }

    private PageView last(Round round, int number, Typing typed, Map<String, String> faults) {
        Map<String, Object> values = new HashMap<>();
        List.of("code", "age", "part").forEach(field -> values.put(field, typed.of(field)));
        BindingResult result = new MapBindingResult(values, "form");
        faults.forEach((field, words) -> result.rejectValue(field, "Rule", words));
        Form form = Form.of(result);
        List<Walk.Carried> carried = new ArrayList<>(Walk.carried(round.survey(), typed, Set.of()));
        carried.addAll(guards(typed));
        return new PageView(
                "feedback/voice/last",
                frame(round, "Before you send your answers").unlisted().form(form),
                new LastPage(round, area(round), action(round), number, form, carried));
    }

    private Page frame(Round round, String title) {
        return pages.page(Section.HAVE_YOUR_SAY, title)
                .caption(area(round).name())
                .crumb("Have your say", "/have-your-say")
                .crumb("Rounds", "/have-your-say/rounds");
    }

    private static List<Walk.Carried> guards(Typing typed) {
        return List.of(new Walk.Carried("opened", typed.one("opened")), new Walk.Carried("token", typed.one("token")));
    }

    private static String action(Round round) {
        return "/have-your-say/rounds/" + round.id() + "/answer";
    }

    private static About about(Round round, Typing typed) {
        String part = typed.one("part");
        return new About(
                AgeBand.of(typed.one("age")).orElse(null), round.plan().parts().contains(part) ? part : null);
    }

    private static String content(Answers answers) {
        return SubmissionKey.digest(answers.byQuestion().entrySet().stream()
                .map(entry -> entry.getKey() + "="
                        + switch (entry.getValue()) {
                            case Answer.Chosen(var options) -> options.toString();
                            case Answer.Ranked(var order) -> order.toString();
                            case Answer.Written(var words) -> words;
                        })
                .toArray(String[]::new));
    }

    private Round round(UUID id) {
        return rounds.find(new RoundId(id))
                .filter(round -> !round.survey().questions().isEmpty())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Area area(Round round) {
        return areas.area(round.area()).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
