package org.bluelamp.feedback.following.web;

import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.bluelamp.feedback.area.Area;
import org.bluelamp.feedback.area.Areas;
import org.bluelamp.feedback.cases.CaseLink;
import org.bluelamp.feedback.cases.Entry;
import org.bluelamp.feedback.cases.Sender;
import org.bluelamp.feedback.cases.Sender.Followed;
import org.bluelamp.feedback.cases.Sender.Outcome;
import org.bluelamp.feedback.cases.StaleCaseException;
import org.bluelamp.feedback.concern.Concerns;
import org.bluelamp.feedback.council.CouncilReports;
import org.bluelamp.feedback.priority.Priorities;
import org.bluelamp.feedback.submission.Typed;
import org.bluelamp.feedback.team.Team;
import org.bluelamp.feedback.team.Teams;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.service.area.AreaKind;
import org.bluelamp.service.security.PublicEndpoint;
import org.bluelamp.web.form.Form;
import org.bluelamp.web.govuk.NotificationBanner;
import org.bluelamp.web.page.LondonTime;
import org.bluelamp.web.page.Page;
import org.bluelamp.web.page.PageView;
import org.bluelamp.web.page.Pages;
import org.bluelamp.web.page.Section;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where the sender of a case sees where it stands, reads the answer, and writes again. */
@Controller
@PublicEndpoint
@RequestMapping("/have-your-say/my-message/{token}")
class FollowController {

    /** An officer may answer at the same moment: then the case is read anew. */
    private static final int LOOKS = 3;

    private final Sender sender;
    private final Priorities priorities;
    private final Concerns concerns;
    private final CouncilReports councils;
    private final Areas areas;
    private final Teams teams;
    private final Pages pages;
    private final URI publicUrl;
    private final Clock clock;

    FollowController(
            Sender sender,
            Priorities priorities,
            Concerns concerns,
            CouncilReports councils,
            Areas areas,
            Teams teams,
            Pages pages,
            @Value("${bluelamp.public-url}") URI publicUrl,
            Clock clock) {
        this.sender = sender;
        this.priorities = priorities;
        this.concerns = concerns;
        this.councils = councils;
        this.areas = areas;
        this.teams = teams;
        this.pages = pages;
        this.publicUrl = publicUrl;
        this.clock = clock;
    }

    /** That it is kept, with the link to keep. */
    @GetMapping("/sent")
    ModelAndView sent(
            @PathVariable String token,
            @RequestParam(required = false) @Nullable String before,
            HttpServletResponse response) {
        keptByNobody(response);
        CaseLink link = new CaseLink(token);
        return sender.follow(link)
                .<ModelAndView>map(followed -> {
                    FollowedPage mine = mine(followed, link, Form.of(ReplyForm.blank()));
                    return new PageView(
                            "feedback/following/sent",
                            pages.page(Section.HAVE_YOUR_SAY, "Your " + mine.thing() + " is with the team")
                                    .withoutHeading()
                                    .unlisted()
                                    .notice(
                                            before == null
                                                    ? null
                                                    : new NotificationBanner(
                                                            "You have already sent this. It arrived on "
                                                                    + LondonTime.minute(followed.held()
                                                                            .matter()
                                                                            .receivedAt())
                                                                    + " and is kept once.")),
                            mine);
                })
                .orElseGet(this::unknownLink);
    }

    /** Where it stands. */
    @GetMapping
    ModelAndView follow(
            @PathVariable String token,
            @RequestParam(required = false) @Nullable String done,
            HttpServletResponse response) {
        keptByNobody(response);
        CaseLink link = new CaseLink(token);
        return sender.follow(link)
                .<ModelAndView>map(followed -> page(mine(followed, link, Form.of(ReplyForm.blank())), notice(done)))
                .orElseGet(this::unknownLink);
    }

    /** What the sender writes afterwards. */
    @PostMapping
    ModelAndView write(
            @PathVariable String token,
            @ModelAttribute("form") ReplyForm form,
            BindingResult errors,
            HttpServletResponse response) {
        keptByNobody(response);
        CaseLink link = new CaseLink(token);
        Followed followed = sender.follow(link).orElse(null);
        if (followed == null) {
            return unknownLink();
        }
        Entry.@Nullable Kind kind = form.kind();
        if (kind == null) {
            errors.rejectValue("way", "NotBlank", "Select what you want to do");
        }
        int length = Typed.length(form.text());
        if (length == 0) {
            errors.rejectValue("text", "NotBlank", "Write what the team should know");
        } else if (length > Entry.LONGEST) {
            errors.rejectValue(
                    "text",
                    "Size",
                    "What you write must be %,d characters or fewer. You have used %,d"
                            .formatted(Entry.LONGEST, length));
        }
        if (errors.hasErrors() || kind == null) {
            return page(mine(followed, link, Form.of(errors)), null).status(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        switch (written(link, kind, form)) {
            case KEPT -> {
                return PageView.redirect(link.path() + "?done=written");
            }
            case KEPT_BEFORE -> {
                return PageView.redirect(link.path() + "?done=before");
            }
            case TOO_MANY ->
                errors.reject(
                        "many",
                        "You have written %d times about this. Call 101 and give the reference %s to speak to someone"
                                .formatted(Sender.MOST_REPLIES, followed.held().reference()));
            case NOT_NOW ->
                errors.reject(
                        "moved", "Something has changed since you opened this page. Check it, then send this again");
        }
        return page(mine(sender.follow(link).orElse(followed), link, Form.of(errors)), null)
                .status(HttpStatus.CONFLICT);
    }

    private static @Nullable NotificationBanner notice(@Nullable String done) {
        if (done == null) {
            return null;
        }
        return done.equals("before")
                ? new NotificationBanner(
                        "The team already has this. You sent the same words before, so we have kept them once.")
                : NotificationBanner.success("We have sent what you wrote to the team.");
    }

    private Outcome written(CaseLink link, Entry.Kind kind, ReplyForm form) {
        for (int look = 1; look < LOOKS; look++) {
            try {
                return sender.write(link, kind, form.text(), form.token()).orElse(Outcome.NOT_NOW);
            } catch (StaleCaseException somebodyWasFaster) {
                // read anew
            }
        }
        return sender.write(link, kind, form.text(), form.token()).orElse(Outcome.NOT_NOW);
    }

    private FollowedPage mine(Followed followed, CaseLink link, Form form) {
        AreaCode code = followed.held().area();
        return new FollowedPage(
                followed.held(),
                followed.together(),
                followed.said(),
                followed.parts(),
                priorities.ledToBy(followed.held().reference()),
                concerns.concern(followed.held().reference()).orElse(null),
                councils.of(followed.held().reference()).orElse(null),
                areas.area(code).orElseGet(() -> new Area(code, AreaKind.NEIGHBOURHOOD, code.value())),
                names(followed),
                Team.readers(teams.of(code).orElse(null)),
                publicUrl.resolve(link.path()),
                form,
                clock.instant());
    }

    /** The names of the neighbourhoods whose teams answer, or did. */
    private Map<AreaCode, String> names(Followed followed) {
        Set<AreaCode> codes = new LinkedHashSet<>();
        codes.add(followed.held().area());
        followed.parts().forEach(part -> codes.add(part.held().area()));
        Stream.concat(followed.said().stream(), followed.parts().stream().flatMap(part -> part.said().stream()))
                .map(Entry::handedTo)
                .filter(Objects::nonNull)
                .forEach(codes::add);
        Map<AreaCode, String> names = new HashMap<>();
        codes.forEach(code -> areas.area(code).ifPresent(area -> names.put(code, area.name())));
        return Map.copyOf(names);
    }

    private PageView page(FollowedPage mine, @Nullable NotificationBanner notice) {
        Page frame = pages.page(
                        Section.HAVE_YOUR_SAY,
                        "Your " + mine.thing() + " " + mine.held().reference())
                .unlisted();
        return new PageView(
                "feedback/following/followed", frame.form(mine.form()).notice(notice), mine);
    }

    private ModelAndView unknownLink() {
        return new PageView(
                        "feedback/following/unknown-link",
                        pages.page(Section.HAVE_YOUR_SAY, "This link does not open a message")
                                .unlisted(),
                        areas.byDistrict())
                .status(HttpStatus.NOT_FOUND);
    }

    private static void keptByNobody(HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
    }
}
