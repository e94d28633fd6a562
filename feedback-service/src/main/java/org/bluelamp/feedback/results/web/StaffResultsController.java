package org.bluelamp.feedback.results.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bluelamp.feedback.priority.Current;
import org.bluelamp.feedback.priority.Priorities;
import org.bluelamp.feedback.priority.PriorityDesk;
import org.bluelamp.feedback.priority.StalePriorityException;
import org.bluelamp.feedback.priority.TooManyPrioritiesException;
import org.bluelamp.feedback.results.Forum;
import org.bluelamp.feedback.results.Result;
import org.bluelamp.feedback.results.Results;
import org.bluelamp.feedback.round.Closed;
import org.bluelamp.feedback.round.Open;
import org.bluelamp.feedback.round.Planned;
import org.bluelamp.feedback.round.Round;
import org.bluelamp.feedback.round.Rounds;
import org.bluelamp.feedback.round.StaleRoundException;
import org.bluelamp.feedback.round.web.RoundFrames;
import org.bluelamp.feedback.survey.Question;
import org.bluelamp.feedback.team.TeamRights;
import org.bluelamp.service.security.Role;
import org.bluelamp.service.security.StaffEndpoint;
import org.bluelamp.service.security.StaffMember;
import org.bluelamp.web.form.Form;
import org.bluelamp.web.page.PageView;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** Where a team sees what is found while a round is open, reads people's own words, and enters what was decided. */
@Controller
@StaffEndpoint({Role.OFFICER, Role.SERGEANT, Role.ADMINISTRATOR})
@RequestMapping(RoundFrames.LIST + "/{id}")
class StaffResultsController {

    private static final int WORDS = 200;

    private final RoundFrames frames;
    private final Rounds rounds;
    private final Results results;
    private final Forum forum;
    private final Priorities priorities;
    private final PriorityDesk desk;

    StaffResultsController(
            RoundFrames frames, Rounds rounds, Results results, Forum forum, Priorities priorities, PriorityDesk desk) {
        this.frames = frames;
        this.rounds = rounds;
        this.results = results;
        this.forum = forum;
        this.priorities = priorities;
        this.desk = desk;
    }

    @GetMapping("/results")
    ModelAndView results(
            StaffMember staff,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "0") int question,
            @RequestParam(required = false) @Nullable UUID after) {
        Round round = frames.find(staff, id);
        if (round instanceof Planned) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        @Nullable Result result = results.of(round).orElse(null);
        Map<Integer, Results.Words> words = new HashMap<>();
        boolean reader = TeamRights.mayWork(staff, round.area());
        // While it is open, who was heard and what was written rise together, and would tell who wrote what.
        if (reader && !(round instanceof Open)) {
            for (Question asked : round.survey().questions()) {
                if (!asked.kind().counted()) {
                    words.put(
                            asked.number(),
                            results.words(round, asked.number(), asked.number() == question ? after : null, WORDS));
                }
            }
        }
        return new PageView(
                "feedback/results/staff-results",
                frames.page(staff, "What residents say", round),
                new StaffResultsPage(
                        round,
                        result == null
                                ? null
                                : new ResultsPage(
                                        result,
                                        frames.area(round.area()),
                                        rounds.before(round)
                                                .flatMap(results::of)
                                                .orElse(null),
                                        results.heard(round),
                                        forum.picked(round)),
                        words,
                        reader));
    }

    @GetMapping("/decide")
    @StaffEndpoint({Role.SERGEANT, Role.ADMINISTRATOR})
    ModelAndView ask(StaffMember staff, @PathVariable UUID id) {
        Round round = frames.find(staff, id);
        frames.requireLead(staff, round.area());
        if (!(round instanceof Closed closed)) {
            return PageView.redirect(RoundFrames.path(round.id()));
        }
        List<Current> current = priorities.current(round.area());
        DecideForm form = DecideForm.of(current);
        return page(staff, closed, current, form, Form.of(form));
    }

    @PostMapping("/decide")
    @StaffEndpoint({Role.SERGEANT, Role.ADMINISTRATOR})
    ModelAndView decide(
            StaffMember staff,
            @PathVariable UUID id,
            @RequestParam long version,
            @ModelAttribute("form") DecideForm form,
            BindingResult errors) {
        Round round = frames.find(staff, id);
        frames.requireLead(staff, round.area());
        if (!(round instanceof Closed closed)) {
            // Sent twice, or somebody was faster: the page shows what was decided.
            return PageView.redirect(RoundFrames.path(round.id()));
        }
        List<Current> current = priorities.current(round.area());
        DecideForm.Read read = form.read(current, errors);
        HttpStatus status = HttpStatus.UNPROCESSABLE_CONTENT;
        if (!errors.hasErrors()) {
            try {
                forum.decide(staff, closed, version, read.kept(), read.fresh(), form.decision());
                return PageView.redirect(RoundFrames.path(round.id()) + "?done=decided");
            } catch (TooManyPrioritiesException e) {
                errors.reject(
                        "tooMany",
                        "A neighbourhood works on at most " + Priorities.AT_ONCE
                                + " priorities. Complete or replace one, or leave out a new one");
            } catch (StalePriorityException | StaleRoundException e) {
                status = HttpStatus.CONFLICT;
                errors.reject(
                        "stale",
                        "Somebody changed this round or one of its priorities after you opened it. Look at it again, then"
                                + " send this if it is still right");
            }
        }
        return page(staff, closed, priorities.current(round.area()), form, Form.of(errors))
                .status(status);
    }

    private PageView page(StaffMember staff, Closed round, List<Current> current, DecideForm typed, Form form) {
        return new PageView(
                "feedback/results/decide",
                frames.page(staff, "Pick the priorities", round).form(form),
                new DecidePage(
                        round,
                        current,
                        typed,
                        form,
                        desk.mayWeigh(staff, round.area())
                                ? results.of(round).map(Result::themes).orElse(List.of())
                                : List.of()));
    }
}
