package org.bluelamp.feedback.round.web;

import java.util.Optional;
import java.util.UUID;
import org.bluelamp.feedback.round.Planned;
import org.bluelamp.feedback.round.RoundDesk;
import org.bluelamp.feedback.round.StaleRoundException;
import org.bluelamp.feedback.survey.Kind;
import org.bluelamp.feedback.survey.Question;
import org.bluelamp.feedback.survey.Survey;
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

/** Where the questions of a planned round are written, one on each page, without script. */
@Controller
@StaffEndpoint({Role.SERGEANT, Role.ADMINISTRATOR})
@RequestMapping(RoundFrames.LIST + "/{id}/questions")
class StaffQuestionsController {

    private final RoundDesk desk;
    private final RoundFrames frames;

    StaffQuestionsController(RoundDesk desk, RoundFrames frames) {
        this.desk = desk;
        this.frames = frames;
    }

    @GetMapping("/new")
    ModelAndView blank(
            StaffMember staff, @PathVariable UUID id, @RequestParam(required = false) @Nullable String kind) {
        Planned round = frames.lead(staff, id, Planned.class);
        if (round.survey().full()) {
            return PageView.redirect(RoundFrames.path(round.id()));
        }
        Optional<Kind> chosen = Optional.ofNullable(kind).flatMap(Kind::of);
        return chosen.isPresent()
                ? newPage(staff, round, chosen.get(), Form.of(QuestionForm.blank()))
                : new PageView(
                        "feedback/round/staff-kind",
                        frames.page(staff, "Add a question", round),
                        new KindPage(RoundFrames.path(round.id())));
    }

    @PostMapping("/new")
    ModelAndView add(
            StaffMember staff,
            @PathVariable UUID id,
            @RequestParam String kind,
            @RequestParam long version,
            @ModelAttribute("form") QuestionForm form,
            BindingResult errors) {
        Planned round = frames.lead(staff, id, Planned.class);
        Kind chosen = Kind.of(kind).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        if (round.survey().full()) {
            return PageView.redirect(RoundFrames.path(round.id()));
        }
        Survey survey = round.survey();
        Optional<Question> question = form.read(survey.questions().size() + 1, chosen, survey, errors);
        if (question.isPresent()) {
            try {
                desk.ask(staff, round.id(), version, survey.with(question.get()));
                return asked(round);
            } catch (StaleRoundException e) {
                frames.rejectStale(errors, round.id());
                return newPage(staff, frames.lead(staff, id, Planned.class), chosen, Form.of(errors))
                        .status(HttpStatus.CONFLICT);
            }
        }
        return newPage(staff, round, chosen, Form.of(errors)).status(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @GetMapping("/{number}")
    ModelAndView question(StaffMember staff, @PathVariable UUID id, @PathVariable int number) {
        Planned round = frames.lead(staff, id, Planned.class);
        Question question = question(round, number);
        return page(staff, round, question, Form.of(QuestionForm.of(question)));
    }

    @PostMapping("/{number}")
    ModelAndView revise(
            StaffMember staff,
            @PathVariable UUID id,
            @PathVariable int number,
            @RequestParam long version,
            @ModelAttribute("form") QuestionForm form,
            BindingResult errors) {
        Planned round = frames.lead(staff, id, Planned.class);
        Question before = question(round, number);
        Optional<Question> question = form.read(number, before.kind(), round.survey(), errors);
        if (question.isPresent()) {
            try {
                desk.ask(staff, round.id(), version, round.survey().with(question.get()));
                return asked(round);
            } catch (StaleRoundException e) {
                frames.rejectStale(errors, round.id());
                return page(staff, frames.lead(staff, id, Planned.class), before, Form.of(errors))
                        .status(HttpStatus.CONFLICT);
            } catch (IllegalArgumentException e) {
                errors.rejectValue(
                        "options",
                        "depended",
                        "Another question depends on an answer that would be gone. Change that one first");
            }
        }
        return page(staff, round, before, Form.of(errors)).status(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @PostMapping("/{number}/{move:earlier|remove}")
    ModelAndView move(
            StaffMember staff,
            @PathVariable UUID id,
            @PathVariable int number,
            @PathVariable String move,
            @RequestParam long version) {
        Planned round = frames.lead(staff, id, Planned.class);
        try {
            Survey survey = round.survey();
            Survey moved = move.equals("remove") ? survey.without(number) : survey.earlier(number);
            desk.ask(staff, round.id(), version, moved);
            return asked(round);
        } catch (StaleRoundException | IllegalArgumentException e) {
            // Somebody was faster, or another question depends on it by now: the page shows how it is.
            return PageView.redirect(RoundFrames.path(round.id()));
        }
    }

    private static ModelAndView asked(Planned round) {
        return PageView.redirect(RoundFrames.path(round.id()) + "?done=asked#questions");
    }

    private static Question question(Planned round, int number) {
        return round.survey().question(number).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private PageView newPage(StaffMember staff, Planned round, Kind kind, Form form) {
        String path = RoundFrames.path(round.id());
        return new PageView(
                "feedback/round/staff-question",
                frames.page(staff, "Add a question", round).form(form),
                new QuestionPage(
                        path + "/questions/new?kind=" + kind.word(),
                        round.version(),
                        kind,
                        round.survey().questions().size() + 1,
                        round.survey(),
                        form,
                        path));
    }

    private PageView page(StaffMember staff, Planned round, Question question, Form form) {
        String path = RoundFrames.path(round.id());
        return new PageView(
                "feedback/round/staff-question",
                frames.page(staff, "Change question " + question.number(), round)
                        .form(form),
                new QuestionPage(
                        path + "/questions/" + question.number(),
                        round.version(),
                        question.kind(),
                        question.number(),
                        round.survey(),
                        form,
                        path));
    }
}
