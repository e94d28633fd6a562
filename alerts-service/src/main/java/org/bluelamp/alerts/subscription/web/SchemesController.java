package org.bluelamp.alerts.subscription.web;

import java.util.UUID;
import org.bluelamp.alerts.area.Area;
import org.bluelamp.alerts.area.Areas;
import org.bluelamp.alerts.link.LinkPurpose;
import org.bluelamp.alerts.scheme.Scheme;
import org.bluelamp.alerts.scheme.SchemeKind;
import org.bluelamp.alerts.scheme.Schemes;
import org.bluelamp.alerts.subscription.Subscriptions;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.service.security.PublicEndpoint;
import org.bluelamp.web.form.Form;
import org.bluelamp.web.govuk.Choice;
import org.bluelamp.web.govuk.NotificationBanner;
import org.bluelamp.web.page.PageView;
import org.bluelamp.web.page.Pages;
import org.bluelamp.web.page.Section;
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
import org.springframework.web.servlet.ModelAndView;

/** Watch schemes on a subscriber's own pages: joining, leaving, founding, and asking for a link to write to one. */
@Controller
@PublicEndpoint
@RequestMapping("/alerts/manage/{token}/schemes")
class SchemesController {

    private static final int LONGEST_NAME = 60;

    /** No control characters, and no marks that would turn around the words beside the name. */
    private static final String WRITTEN = "[^\\p{Cc}\\u202A-\\u202E\\u2066-\\u2069]*";

    private final Tokens tokens;
    private final Schemes schemes;
    private final SchemeMessages messages;
    private final Subscriptions subscriptions;
    private final Areas areas;
    private final Pages pages;

    SchemesController(
            Tokens tokens,
            Schemes schemes,
            SchemeMessages messages,
            Subscriptions subscriptions,
            Areas areas,
            Pages pages) {
        this.tokens = tokens;
        this.schemes = schemes;
        this.messages = messages;
        this.subscriptions = subscriptions;
        this.areas = areas;
        this.pages = pages;
    }

    @GetMapping
    ModelAndView page(@PathVariable String token, @RequestParam(defaultValue = "") String done) {
        return show(token, subscriber(token), Form.of(SchemeForm.BLANK), notice(done));
    }

    @PostMapping("/{scheme}/join")
    ModelAndView join(@PathVariable String token, @PathVariable UUID scheme) {
        return schemes.join(subscriber(token), scheme)
                ? back(token, "joined")
                : PageView.redirect("/alerts/manage/" + token + "/schemes");
    }

    @PostMapping("/{scheme}/leave")
    ModelAndView leave(@PathVariable String token, @PathVariable UUID scheme) {
        schemes.leave(subscriber(token), scheme);
        return back(token, "left");
    }

    @PostMapping
    ModelAndView found(@PathVariable String token, @ModelAttribute("form") SchemeForm form, BindingResult result) {
        var subscriber = subscriber(token);
        var name = text(form.name());
        var kind = SchemeKind.of(text(form.kind()));
        var area = subscriptions.followedBy(subscriber).stream()
                .filter(followed -> followed.value().equals(text(form.area())))
                .findFirst();
        if (name.isEmpty() || name.length() > LONGEST_NAME || !name.matches(WRITTEN)) {
            result.rejectValue("name", "name", "Enter a name of " + LONGEST_NAME + " characters or fewer");
        }
        if (kind.isEmpty()) {
            result.rejectValue("kind", "kind", "Select what the scheme is about");
        }
        if (area.isEmpty()) {
            result.rejectValue("area", "area", "Choose one of the areas you follow");
        }
        if (!result.hasErrors() && !schemes.found(subscriber, name, kind.orElseThrow(), area.orElseThrow())) {
            result.rejectValue(
                    "name", "taken", "There is already a scheme with that name in this area. Enter another name");
        }
        return result.hasErrors()
                ? show(token, subscriber, Form.of(result), null).status(HttpStatus.UNPROCESSABLE_ENTITY)
                : back(token, "asked");
    }

    /** Where a coordinator asks for a link; the link to their own page alone does not let anybody write in their name. */
    @GetMapping("/{scheme}/write")
    ModelAndView ask(@PathVariable String token, @PathVariable UUID scheme) {
        return messages.ask(subscriber(token), scheme, path(token));
    }

    @PostMapping("/{scheme}/write")
    ModelAndView mail(
            @PathVariable String token,
            @PathVariable UUID scheme,
            @ModelAttribute("form") SchemeMessageForm form,
            BindingResult result) {
        return messages.mail(subscriber(token), scheme, path(token), form, result);
    }

    private PageView show(String token, UUID subscriber, Form form, @Nullable NotificationBanner notice) {
        var followed = areas.named(subscriptions.followedBy(subscriber));
        return new PageView(
                "alerts/schemes",
                pages.page(Section.ALERTS, "Watch schemes")
                        .unlisted()
                        .form(form)
                        .notice(notice),
                new SchemesPage(
                        token,
                        schemes.near(subscriber).stream().map(this::line).toList(),
                        followed.stream()
                                .map(area -> new Choice(area.code().value(), area.fullName()))
                                .toList(),
                        form));
    }

    private SchemesPage.Line line(Scheme scheme) {
        var area = name(scheme.area());
        var waiting = scheme.state() == Scheme.State.ASKED;
        return new SchemesPage.Line(
                scheme.id(),
                scheme.name(),
                scheme.kind().label() + ", " + area
                        + (waiting
                                ? ". You asked for it. Once it has spoken with you, the team decides."
                                : ". " + SchemeMessages.members(scheme) + "."),
                scheme.role() != Scheme.MemberRole.NOBODY,
                scheme.role() == Scheme.MemberRole.COORDINATOR,
                waiting);
    }

    private String name(AreaCode code) {
        return areas.find(code).map(Area::fullName).orElse("your area");
    }

    private UUID subscriber(String token) {
        return tokens.read(LinkPurpose.MANAGE, token).subject();
    }

    private static ModelAndView back(String token, String done) {
        return PageView.redirect(path(token) + "?done=" + done);
    }

    private static String path(String token) {
        return "/alerts/manage/" + token + "/schemes";
    }

    private static @Nullable NotificationBanner notice(String done) {
        return switch (done) {
            case "joined" -> NotificationBanner.success("You are now a member.");
            case "left" -> NotificationBanner.success("You have left the scheme.");
            case "asked" ->
                NotificationBanner.success(
                        "We have asked the team. Speak to them now, and we will email you when they have decided.");
            case "written" -> NotificationBanner.success("Your message is on its way to the members.");
            default -> null;
        };
    }

    private static String text(@Nullable String sent) {
        return sent == null ? "" : sent.strip();
    }
}
