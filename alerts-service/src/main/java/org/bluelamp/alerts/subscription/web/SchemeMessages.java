package org.bluelamp.alerts.subscription.web;

import java.time.Clock;
import java.util.UUID;
import org.bluelamp.alerts.link.AlertLinks;
import org.bluelamp.alerts.link.LinkPurpose;
import org.bluelamp.alerts.scheme.Scheme;
import org.bluelamp.alerts.scheme.Schemes;
import org.bluelamp.alerts.scheme.WritingLink;
import org.bluelamp.alerts.scheme.WritingLinks;
import org.bluelamp.service.security.PublicEndpoint;
import org.bluelamp.web.form.Form;
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
import org.springframework.web.servlet.ModelAndView;

/** The page behind a link that was mailed to a coordinator: one message, within an hour, and a new link from there. */
@Controller
@PublicEndpoint
@RequestMapping("/alerts/manage/{token}/write")
class SchemeMessages {

    private static final int LONGEST_HEADING = 100;
    private static final int LONGEST_BODY = 2_000;

    private final Tokens tokens;
    private final Schemes schemes;
    private final WritingLinks writing;
    private final AlertLinks links;
    private final Pages pages;
    private final Clock clock;

    SchemeMessages(Tokens tokens, Schemes schemes, WritingLinks writing, AlertLinks links, Pages pages, Clock clock) {
        this.tokens = tokens;
        this.schemes = schemes;
        this.writing = writing;
        this.links = links;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView page(@PathVariable String token) {
        var link = link(token);
        var form = Form.of(SchemeMessageForm.BLANK);
        return link.isGood(clock.instant())
                ? written(token, link, form)
                : asking(
                                coordinated(link.subscriber(), link.scheme()),
                                again(token),
                                null,
                                false,
                                form,
                                new NotificationBanner("This link has been used or has expired. Ask for a new one."))
                        .status(HttpStatus.GONE);
    }

    @PostMapping
    ModelAndView write(
            @PathVariable String token, @ModelAttribute("form") SchemeMessageForm form, BindingResult result) {
        var link = link(token);
        var heading = text(form.heading());
        var body = text(form.body());
        if (!link.isGood(clock.instant())) {
            return over(token, link, form, result);
        }
        if (heading.isEmpty()
                || heading.length() > LONGEST_HEADING
                || heading.lines().count() > 1) {
            result.rejectValue("heading", "heading", "Enter a subject of " + LONGEST_HEADING + " characters or fewer");
        }
        if (body.isEmpty() || body.length() > LONGEST_BODY) {
            result.rejectValue("body", "body", "Enter a message of " + LONGEST_BODY + " characters or fewer");
        }
        if (!result.hasErrors()) {
            switch (writing.write(link.id(), heading, body)) {
                case SENT -> {
                    return PageView.redirect(schemesOf(link) + "?done=written");
                }
                case TOO_MANY ->
                    result.reject(
                            "many",
                            "A scheme gets at most " + Schemes.MESSAGES_A_DAY + " messages a day. Try again tomorrow.");
                case LINK_OVER -> {
                    return over(token, link, form, result);
                }
                case NOT_ALLOWED -> throw BadLink.forged();
            }
        }
        return written(token, link, Form.of(result)).status(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    /** Mails a new link to whom this one was mailed to. */
    @PostMapping("/link")
    ModelAndView again(
            @PathVariable String token, @ModelAttribute("form") SchemeMessageForm form, BindingResult result) {
        var link = link(token);
        return mail(link.subscriber(), link.scheme(), again(token), null, form, result);
    }

    /**
     * The page of a subscriber's own on which they ask for a link.
     *
     * @param schemesPath their page of all schemes
     */
    PageView ask(UUID subscriber, UUID scheme, String schemesPath) {
        return asking(
                coordinated(subscriber, scheme),
                schemesPath + "/" + scheme + "/write",
                schemesPath,
                false,
                Form.of(SchemeMessageForm.BLANK),
                null);
    }

    /** Mails them one. A form that was opened before links were mailed may come with a message: it is not lost. */
    ModelAndView mail(UUID subscriber, UUID scheme, String schemesPath, SchemeMessageForm form, BindingResult result) {
        return mail(subscriber, scheme, schemesPath + "/" + scheme + "/write", schemesPath, form, result);
    }

    private ModelAndView mail(
            UUID subscriber,
            UUID scheme,
            String ask,
            @Nullable String back,
            SchemeMessageForm form,
            BindingResult result) {
        var coordinated = coordinated(subscriber, scheme);
        return switch (writing.ask(subscriber, scheme)) {
            case MAILED ->
                asking(
                        coordinated,
                        ask,
                        back,
                        typed(form),
                        Form.of(form),
                        NotificationBanner.success("We sent you an email with a link. It works for an hour."));
            case TOO_MANY -> {
                result.reject(
                        "many",
                        "We email at most " + WritingLinks.MAILS_A_DAY
                                + " links a day. Use the newest one if it is not an hour old, or try again tomorrow.");
                yield asking(coordinated, ask, back, typed(form), Form.of(result), null)
                        .status(HttpStatus.UNPROCESSABLE_CONTENT);
            }
            case NOT_ALLOWED -> throw BadLink.forged();
        };
    }

    private ModelAndView over(String token, WritingLink link, SchemeMessageForm form, BindingResult result) {
        result.reject("over", "This link has been used or has expired. Ask for a new one.");
        return asking(
                        coordinated(link.subscriber(), link.scheme()),
                        again(token),
                        null,
                        typed(form),
                        Form.of(result),
                        null)
                .status(HttpStatus.GONE);
    }

    private PageView asking(
            Scheme scheme,
            String ask,
            @Nullable String back,
            boolean typed,
            Form form,
            @Nullable NotificationBanner notice) {
        return view(scheme, new SchemeMessagePage(members(scheme), null, ask, typed, back, form), notice);
    }

    private PageView written(String token, WritingLink link, Form form) {
        var scheme = coordinated(link.subscriber(), link.scheme());
        return view(
                scheme,
                new SchemeMessagePage(
                        members(scheme),
                        "/alerts/manage/" + token + "/write",
                        again(token),
                        true,
                        schemesOf(link),
                        form),
                null);
    }

    private PageView view(Scheme scheme, SchemeMessagePage model, @Nullable NotificationBanner notice) {
        return new PageView(
                "alerts/scheme-write",
                pages.page(Section.ALERTS, "Write to " + scheme.name())
                        .unlisted()
                        .form(model.form())
                        .notice(notice),
                model);
    }

    private Scheme coordinated(UUID subscriber, UUID scheme) {
        return schemes.near(subscriber).stream()
                .filter(one -> one.id().equals(scheme)
                        && one.state() == Scheme.State.OPEN
                        && one.role() == Scheme.MemberRole.COORDINATOR)
                .findFirst()
                .orElseThrow(BadLink::forged);
    }

    private WritingLink link(String token) {
        return writing.find(tokens.read(LinkPurpose.WRITE, token).subject()).orElseThrow(BadLink::expired);
    }

    /** For who has just shown that the mailbox is theirs. */
    private String schemesOf(WritingLink link) {
        return links.managePath(link.subscriber()) + "/schemes";
    }

    private static String again(String token) {
        return "/alerts/manage/" + token + "/write/link";
    }

    /** With fewer than five, who knows the place could guess who they are. */
    static String members(Scheme scheme) {
        return scheme.members() < 5 ? "Fewer than 5 members" : scheme.members() + " members";
    }

    private static boolean typed(SchemeMessageForm form) {
        return !text(form.heading()).isEmpty() || !text(form.body()).isEmpty();
    }

    private static String text(@Nullable String sent) {
        return sent == null ? "" : sent.strip();
    }
}
