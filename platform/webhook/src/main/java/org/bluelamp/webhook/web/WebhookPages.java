package org.bluelamp.webhook.web;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.bluelamp.service.security.AdministeredForce;
import org.bluelamp.service.security.Role;
import org.bluelamp.service.security.StaffEndpoint;
import org.bluelamp.service.security.StaffMember;
import org.bluelamp.web.form.Form;
import org.bluelamp.web.govuk.NotificationBanner;
import org.bluelamp.web.govuk.Tag;
import org.bluelamp.web.page.LondonTime;
import org.bluelamp.web.page.PageView;
import org.bluelamp.web.page.Pages;
import org.bluelamp.web.page.StaffPage;
import org.bluelamp.webhook.BadTargetException;
import org.bluelamp.webhook.Call;
import org.bluelamp.webhook.CallState;
import org.bluelamp.webhook.Secret;
import org.bluelamp.webhook.Target;
import org.bluelamp.webhook.WebhookSubject;
import org.bluelamp.webhook.Webhooks;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where administrators of a force say which tools are told of its things, and see how that goes. */
@Controller
@StaffEndpoint(Role.ADMINISTRATOR)
@RequestMapping("/staff/${spring.application.name}/webhooks")
class WebhookPages {

    private static final int SHOWN = 50;

    private final Webhooks webhooks;
    private final WebhookSubject subject;
    private final Pages pages;
    private final String service;
    private final String home;

    WebhookPages(Webhooks webhooks, WebhookSubject subject, Pages pages, String service) {
        this.webhooks = webhooks;
        this.subject = subject;
        this.pages = pages;
        this.service = service;
        this.home = "/staff/" + service + "/webhooks";
    }

    @GetMapping
    PageView list(StaffMember who, @RequestParam @Nullable String done) {
        var targets = webhooks.of(who, AdministeredForce.of(who));
        return new PageView(
                "webhook/list",
                frame(who, "Tools that are told of " + subject.of(), false).notice(Done.banner(done)),
                new WebhookListPage(
                        home,
                        subject.called(),
                        subject.of(),
                        subject.thing(),
                        targets.stream()
                                .map(target -> new WebhookListPage.Row(
                                        target.url(), home + "/" + target.id(), tag(target), added(target)))
                                .toList(),
                        targets.size() >= Webhooks.MOST));
    }

    @GetMapping("/new")
    PageView blank(StaffMember who) {
        BindingResult nothing = new BeanPropertyBindingResult(new WebhookForm(null), "form");
        return form(who, UUID.randomUUID(), Form.of(nothing));
    }

    @PostMapping("/new")
    ModelAndView add(
            StaffMember who, @RequestParam UUID id, @ModelAttribute("form") WebhookForm form, BindingResult errors) {
        try {
            Optional<Secret> secret = webhooks.add(who, AdministeredForce.of(who), id, form.url());
            return secret.isPresent() ? once(who, id, secret.get(), false) : PageView.redirect(home + "/" + id);
        } catch (BadTargetException bad) {
            errors.rejectValue("url", "bad", bad.reason());
            return form(who, id, Form.of(errors)).status(HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    private PageView form(StaffMember who, UUID id, Form form) {
        return new PageView(
                "webhook/add",
                frame(who, "Add a tool", true).form(form),
                new WebhookAddPage(home, service, form, id.toString()));
    }

    /** Not after a redirect: nothing keeps the secret where it could be read from again. */
    private PageView once(StaffMember who, UUID id, Secret secret, boolean renewed) {
        Target target = webhooks.open(who, AdministeredForce.of(who), id);
        return new PageView(
                "webhook/secret",
                frame(who, "The secret of the tool", true),
                new SecretPage(target.url(), secret.text(), home + "/" + id, renewed));
    }

    @GetMapping("/{id}")
    PageView one(StaffMember who, @PathVariable UUID id, @RequestParam @Nullable String done) {
        var force = AdministeredForce.of(who);
        Target target = webhooks.open(who, force, id);
        String path = home + "/" + id;
        return new PageView(
                "webhook/target",
                frame(who, "A tool that is told of " + subject.of(), true).notice(Done.banner(done)),
                new WebhookPage(
                        path,
                        target.url(),
                        tag(target),
                        target.paused(),
                        added(target),
                        webhooks.calls(who, force, id, SHOWN).stream()
                                .map(call -> row(call, path))
                                .toList()));
    }

    @PostMapping("/{id}/test")
    ModelAndView test(StaffMember who, @PathVariable UUID id) {
        webhooks.test(who, AdministeredForce.of(who), id);
        return PageView.redirect(Done.TESTED.at(home + "/" + id));
    }

    @PostMapping("/{id}/secret")
    ModelAndView renew(StaffMember who, @PathVariable UUID id) {
        return once(who, id, webhooks.renew(who, AdministeredForce.of(who), id), true);
    }

    @PostMapping("/{id}/pause")
    ModelAndView pause(StaffMember who, @PathVariable UUID id) {
        webhooks.pause(who, AdministeredForce.of(who), id, true);
        return PageView.redirect(Done.PAUSED.at(home + "/" + id));
    }

    @PostMapping("/{id}/resume")
    ModelAndView resume(StaffMember who, @PathVariable UUID id) {
        webhooks.pause(who, AdministeredForce.of(who), id, false);
        return PageView.redirect(Done.RESUMED.at(home + "/" + id));
    }

    @PostMapping("/{id}/remove")
    ModelAndView remove(StaffMember who, @PathVariable UUID id) {
        webhooks.remove(who, AdministeredForce.of(who), id);
        return PageView.redirect(Done.REMOVED.at(home));
    }

    @PostMapping("/{id}/calls/{call}/again")
    ModelAndView again(StaffMember who, @PathVariable UUID id, @PathVariable UUID call) {
        webhooks.sendAgain(who, AdministeredForce.of(who), id, call);
        return PageView.redirect(Done.AGAIN.at(home + "/" + id));
    }

    private StaffPage frame(StaffMember who, String title, boolean below) {
        StaffPage page = pages.staff(subject.section(), title, who);
        for (WebhookSubject.Crumb crumb : subject.crumbs()) {
            page = page.crumb(crumb.text(), crumb.path());
        }
        return below ? page.crumb("Tools that are told of " + subject.of(), home) : page;
    }

    private static String added(Target target) {
        return "by " + target.addedBy() + ", " + LondonTime.minute(target.addedAt());
    }

    private static Tag tag(Target target) {
        if (target.paused()) {
            return new Tag("Paused").colour(Tag.Colour.GREY);
        }
        if (target.failing()) {
            return new Tag("Did not take the last call").colour(Tag.Colour.RED);
        }
        return target.waiting() > 0
                ? new Tag("Being told").colour(Tag.Colour.YELLOW)
                : new Tag("Up to date").colour(Tag.Colour.GREEN);
    }

    private WebhookPage.Row row(Call call, String path) {
        boolean waiting = call.state() == CallState.WAITING;
        return new WebhookPage.Row(
                subject.happened().getOrDefault(call.type(), "Test"),
                call.title(),
                call.thing() == null ? null : "/staff/" + service + "/" + call.thing(),
                tag(call.state()),
                LondonTime.minute(call.madeAt()),
                call.lastAt() == null
                        ? null
                        : LondonTime.second(call.lastAt()) + ": the tool " + call.lastAnswer()
                                + (call.attempts() > 1 ? ", after " + call.attempts() + " attempts" : ""),
                waiting && call.attempts() > 0 ? LondonTime.second(call.nextAt()) : null,
                call.repeatable() && (!waiting || call.attempts() > 0)
                        ? path + "/calls/" + call.id() + "/again"
                        : null);
    }

    private static Tag tag(CallState state) {
        return switch (state) {
            case WAITING -> new Tag("Waiting").colour(Tag.Colour.YELLOW);
            case SENT -> new Tag("Taken").colour(Tag.Colour.GREEN);
            case OVERTAKEN -> new Tag("Overtaken by something newer").colour(Tag.Colour.GREY);
            case GIVEN_UP -> new Tag("Given up").colour(Tag.Colour.RED);
        };
    }

    /** What a deed's success is called in the address that the browser is sent to, and in words. */
    private enum Done {
        TESTED("The test is on its way. Load this page again to see the answer."),
        PAUSED("Calls wait until you let them go on."),
        RESUMED("Calls go on."),
        REMOVED("The tool is not told any more."),
        AGAIN("It is sent once more. Load this page again to see the answer.");

        private final String words;

        Done(String words) {
            this.words = words;
        }

        String at(String path) {
            return path + "?done=" + name().toLowerCase(Locale.ROOT);
        }

        static @Nullable NotificationBanner banner(@Nullable String done) {
            return Arrays.stream(values())
                    .filter(one -> one.name().equalsIgnoreCase(done))
                    .findFirst()
                    .map(one -> NotificationBanner.success(one.words))
                    .orElse(null);
        }
    }
}
