package org.bluelamp.alerts.alert.web;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.bluelamp.alerts.alert.Alert;
import org.bluelamp.alerts.alert.AlertDesk;
import org.bluelamp.alerts.alert.AlertId;
import org.bluelamp.alerts.alert.Alerts;
import org.bluelamp.alerts.alert.Approval;
import org.bluelamp.alerts.alert.ApprovalNeededException;
import org.bluelamp.alerts.alert.AwaitingApproval;
import org.bluelamp.alerts.alert.Cancelled;
import org.bluelamp.alerts.alert.Draft;
import org.bluelamp.alerts.alert.Estimate;
import org.bluelamp.alerts.alert.Expired;
import org.bluelamp.alerts.alert.Issued;
import org.bluelamp.alerts.alert.Message;
import org.bluelamp.alerts.alert.Sent;
import org.bluelamp.alerts.alert.StaleAlertException;
import org.bluelamp.alerts.alert.TestSends;
import org.bluelamp.alerts.alert.Unsent;
import org.bluelamp.alerts.alert.Usefulness;
import org.bluelamp.alerts.area.Areas;
import org.bluelamp.alerts.channel.NotAccepted;
import org.bluelamp.alerts.reach.HeadCount;
import org.bluelamp.alerts.sms.TextMessage;
import org.bluelamp.contact.MailAddress;
import org.bluelamp.service.security.AdministeredForce;
import org.bluelamp.service.security.Role;
import org.bluelamp.service.security.StaffEndpoint;
import org.bluelamp.service.security.StaffMember;
import org.bluelamp.web.form.Form;
import org.bluelamp.web.govuk.NotificationBanner;
import org.bluelamp.web.govuk.SummaryList;
import org.bluelamp.web.page.LondonTime;
import org.bluelamp.web.page.PageView;
import org.bluelamp.web.page.Pages;
import org.bluelamp.web.page.StaffPage;
import org.bluelamp.web.page.StaffSection;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The alerts of one's areas, and what can be done with each: approved, sent, tested, called back. */
@Controller
@StaffEndpoint({Role.OFFICER, Role.EDITOR, Role.APPROVER, Role.ADMINISTRATOR})
class AlertDeskPages {

    private static final int LATEST = 100;

    private final AlertDesk desk;
    private final Alerts alerts;
    private final TestSends tests;
    private final Usefulness usefulness;
    private final Areas areas;
    private final AlertMaps maps;
    private final Webhooks webhooks;
    private final Pages pages;

    AlertDeskPages(
            AlertDesk desk,
            Alerts alerts,
            TestSends tests,
            Usefulness usefulness,
            Areas areas,
            AlertMaps maps,
            Webhooks webhooks,
            Pages pages) {
        this.desk = desk;
        this.alerts = alerts;
        this.tests = tests;
        this.usefulness = usefulness;
        this.areas = areas;
        this.maps = maps;
        this.webhooks = webhooks;
        this.pages = pages;
    }

    @GetMapping("/staff/alerts")
    PageView list(StaffMember who, @RequestParam @Nullable String done) {
        var writer = areas.all().stream().anyMatch(area -> AlertDesk.maySend(who, area.code()));
        var force = AdministeredForce.find(who);
        return new PageView(
                "alerts/desk",
                pages.staff(StaffSection.ALERTS, "Alerts", who).notice(Done.banner(done)),
                new DeskPage(
                        writer,
                        force.isPresent(),
                        force.map(code -> webhooks.failing(who, code)).orElse(0L),
                        alerts.latest(who.areas(), LATEST).stream()
                                .map(this::line)
                                .toList()));
    }

    private DeskPage.Line line(Alert alert) {
        return new DeskPage.Line(
                alert.reference().value(),
                alert.content().headline(),
                path(alert),
                StateTag.of(alert),
                alert instanceof Issued issued && issued.proposal().isPresent(),
                alert.content()
                        .target()
                        .inWords(areas.named(alert.content().target().areas())),
                switch (alert) {
                    case Unsent unsent ->
                        "Changed " + LondonTime.minute(unsent.provenance().changedAt()) + " by "
                                + unsent.provenance().changedBy().name();
                    case Sent sent ->
                        "Sent " + LondonTime.minute(sent.messages().latest().sentAt());
                });
    }

    @GetMapping("/staff/alerts/{id}")
    PageView alert(StaffMember who, @PathVariable UUID id, @RequestParam @Nullable String done) {
        return page(who, desk.open(who, new AlertId(id)), blankTest(), Done.banner(done));
    }

    @GetMapping("/staff/alerts/{id}/email")
    PageView email(StaffMember who, @PathVariable UUID id) {
        var alert = desk.open(who, new AlertId(id));
        var mail = tests.preview(alert);
        var text = tests.textPreview(alert);
        return new PageView(
                "alerts/email",
                frame(
                        who,
                        text.isPresent() || tests.notificationPreview(alert).isPresent()
                                ? "The alert as people get it"
                                : "The email as people get it",
                        alert),
                new EmailPage(
                        mail.senderName(),
                        mail.subject(),
                        mail.text(),
                        text.map(TextMessage::text).orElse(null),
                        text.map(TextMessage::parts).orElse(0),
                        tests.notificationPreview(alert).orElse(null),
                        path(alert)));
    }

    @GetMapping("/staff/alerts/{id}/send")
    ModelAndView askToSend(StaffMember who, @PathVariable UUID id) {
        var alert = desk.open(who, new AlertId(id));
        if (!(alert instanceof Unsent)) {
            return PageView.redirect(path(alert));
        }
        var estimate = desk.estimate(alert.content());
        var can = can(who, alert, estimate.reach());
        return can.send() ? sendPage(who, alert, reach(alert, estimate, can)) : PageView.redirect(path(alert));
    }

    @PostMapping("/staff/alerts/{id}/send")
    ModelAndView send(StaffMember who, @PathVariable UUID id, @RequestParam long version) {
        return done(who, id, Done.ISSUED, () -> desk.issue(who, new AlertId(id), version));
    }

    @PostMapping("/staff/alerts/{id}/discard")
    ModelAndView discard(StaffMember who, @PathVariable UUID id, @RequestParam long version) {
        try {
            desk.discard(who, new AlertId(id), version);
            return PageView.redirect(Done.DISCARDED.at("/staff/alerts"));
        } catch (StaleAlertException tooLate) {
            return PageView.redirect(Done.NOTHING.at("/staff/alerts/" + id));
        }
    }

    @PostMapping("/staff/alerts/{id}/submit")
    ModelAndView submit(StaffMember who, @PathVariable UUID id, @RequestParam long version) {
        return done(who, id, Done.SUBMITTED, () -> desk.submit(who, new AlertId(id), version));
    }

    @PostMapping("/staff/alerts/{id}/send-back")
    ModelAndView sendBack(StaffMember who, @PathVariable UUID id, @RequestParam long version) {
        return done(who, id, Done.SENT_BACK, () -> desk.sendBack(who, new AlertId(id), version));
    }

    @PostMapping("/staff/alerts/{id}/approve-update")
    ModelAndView approveUpdate(StaffMember who, @PathVariable UUID id, @RequestParam long version) {
        return done(who, id, Done.UPDATED, () -> desk.approveUpdate(who, new AlertId(id), version));
    }

    @PostMapping("/staff/alerts/{id}/drop-update")
    ModelAndView dropUpdate(StaffMember who, @PathVariable UUID id, @RequestParam long version) {
        return done(who, id, Done.DROPPED, () -> desk.dropUpdate(who, new AlertId(id), version));
    }

    @GetMapping("/staff/alerts/{id}/cancel")
    ModelAndView askToCancel(StaffMember who, @PathVariable UUID id) {
        var alert = desk.open(who, new AlertId(id));
        return alert instanceof Issued issued
                        && can(who, alert, desk.receivers(issued)).cancel()
                ? cancelPage(who, issued, Form.of(new BeanPropertyBindingResult(new CancelForm(""), "form")))
                : PageView.redirect(path(alert));
    }

    @PostMapping("/staff/alerts/{id}/cancel")
    ModelAndView cancel(
            StaffMember who,
            @PathVariable UUID id,
            @RequestParam long version,
            @ModelAttribute("form") CancelForm form,
            BindingResult errors) {
        form.check(errors);
        if (errors.hasErrors() && desk.open(who, new AlertId(id)) instanceof Issued issued) {
            return cancelPage(who, issued, Form.of(errors)).status(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return done(who, id, Done.CANCELLED, () -> desk.cancel(who, new AlertId(id), version, form.reason()));
    }

    @PostMapping("/staff/alerts/{id}/pause")
    ModelAndView pause(StaffMember who, @PathVariable UUID id) {
        return done(who, id, Done.PAUSED, () -> desk.pause(who, new AlertId(id)));
    }

    @PostMapping("/staff/alerts/{id}/resume")
    ModelAndView resume(StaffMember who, @PathVariable UUID id) {
        return done(who, id, Done.RESUMED, () -> desk.resume(who, new AlertId(id)));
    }

    @PostMapping("/staff/alerts/{id}/test")
    ModelAndView test(
            StaffMember who, @PathVariable UUID id, @ModelAttribute("form") TestForm form, BindingResult errors) {
        var alert = desk.open(who, new AlertId(id));
        var address = MailAddress.parse(form.address());
        if (address.isEmpty()) {
            errors.rejectValue("address", "shape", "Enter an email address like name@example.org");
        } else if (!tests.allows(address.get())) {
            errors.rejectValue(
                    "address", "right", "Enter an address that tests may go to: ask your administrator which");
        } else {
            try {
                tests.send(who, alert, address.get());
                return PageView.redirect(Done.TESTED.at(path(alert)));
            } catch (NotAccepted refused) {
                errors.rejectValue(
                        "address", "refused", "The mail server did not take the test. Try again in a minute");
            }
        }
        return page(who, alert, Form.of(errors), null).status(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    /** Does it; who was too late, or may not alone, is told so and shown the alert as it is. */
    private ModelAndView done(StaffMember who, UUID id, Done done, Supplier<Alert> deed) {
        try {
            return PageView.redirect(done.at(path(deed.get())));
        } catch (StaleAlertException tooLate) {
            return PageView.redirect(Done.NOTHING.at("/staff/alerts/" + id));
        } catch (ApprovalNeededException | IllegalArgumentException refused) {
            var errors = noErrors();
            errors.reject("refused", String.valueOf(refused.getMessage()));
            return page(who, desk.open(who, new AlertId(id)), Form.of(errors), null)
                    .status(HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    private PageView page(StaffMember who, Alert alert, Form test, @Nullable NotificationBanner notice) {
        var estimate = alert instanceof Unsent ? desk.estimate(alert.content()) : null;
        var reach = estimate != null ? estimate.reach() : alert instanceof Sent sent ? desk.receivers(sent) : 0;
        var can = can(who, alert, reach);
        return new PageView(
                "alerts/staff-alert",
                pages.staff(StaffSection.ALERTS, alert.content().headline(), who)
                        .crumb("Alerts", "/staff/alerts")
                        .form(test)
                        .notice(notice),
                new StaffAlertPage(
                        path(alert),
                        "/alerts/" + alert.reference(),
                        alert.state(),
                        StateTag.of(alert),
                        alert.version(),
                        can,
                        estimate == null ? null : reach(alert, estimate, can),
                        facts(alert),
                        StoryPart.of(alert.content(), areas, maps),
                        alert instanceof Sent ? List.of() : alert.content().blanks(),
                        proposed(alert),
                        alert instanceof Sent sent ? messages(sent) : List.of(),
                        test,
                        tests.possible()));
    }

    /** @param reach how many people it would reach, or an update of it */
    private StaffAlertPage.Can can(StaffMember who, Alert alert, int reach) {
        var content = alert.content();
        var writes = desk.mayWrite(who, content);
        return switch (alert) {
            case Draft _ -> StaffAlertPage.Can.ofDraft(writes, desk.needed(content.target(), reach) == Approval.ALONE);
            case AwaitingApproval _ -> StaffAlertPage.Can.ofAwaiting(writes, obstacle(who, alert, reach));
            case Issued issued ->
                StaffAlertPage.Can.ofIssued(
                        writes,
                        desk.mayApprove(who, content, Approval.ALONE),
                        issued.proposal().isPresent(),
                        issued.proposal().isPresent() ? obstacle(who, alert, reach) : null);
            case Cancelled _, Expired _ -> StaffAlertPage.Can.NOTHING;
        };
    }

    private @Nullable String obstacle(StaffMember who, Alert alert, int reach) {
        return desk.obstacle(who, alert, reach).orElse(null);
    }

    private ReachPart reach(Alert alert, Estimate estimate, StaffAlertPage.Can can) {
        var target = alert.content().target();
        return ReachPart.of(target, areas, estimate, approval(alert, desk.needed(target, estimate.reach()), can));
    }

    /** That somebody can send it alone is true of a draft only, and only of whoever may: what waits has to be read. */
    private static @Nullable String approval(Alert alert, Approval needed, StaffAlertPage.Can can) {
        if (needed == Approval.ALONE) {
            return alert instanceof Draft && can.send() ? needed.sentence() : null;
        }
        return needed.sentence().equals(can.why()) ? null : needed.sentence();
    }

    private StaffAlertPage.@Nullable Proposed proposed(Alert alert) {
        return alert instanceof Issued issued
                ? issued.proposal()
                        .map(proposal -> new StaffAlertPage.Proposed(
                                proposal.by().name(),
                                LondonTime.minute(proposal.at()),
                                StoryPart.of(proposal.content(), areas, maps)))
                        .orElse(null)
                : null;
    }

    private List<StaffAlertPage.SentMessage> messages(Sent alert) {
        var progress = desk.progress(alert);
        var texts = desk.textProgress(alert);
        var notifications = desk.pushProgress(alert);
        return alert.messages().all().reversed().stream()
                .map(message -> new StaffAlertPage.SentMessage(
                        switch (message.kind()) {
                            case ALERT -> "First message";
                            case UPDATE -> "Update: " + message.content().headline();
                            case CANCEL -> "Called back: " + message.reason().orElse("");
                        },
                        LondonTime.minute(message.sentAt()),
                        message.by().name(),
                        ProgressPart.of(progress.get(message.identifier())),
                        ProgressPart.of(texts.get(message.identifier())),
                        ProgressPart.of(notifications.get(message.identifier()))))
                .toList();
    }

    private List<SummaryList.Row> facts(Alert alert) {
        var facts = new ArrayList<SummaryList.Row>();
        var provenance = alert.provenance();
        facts.add(new SummaryList.Row("Reference", alert.reference().value()));
        facts.add(new SummaryList.Row(
                "Written",
                LondonTime.minute(provenance.writtenAt()) + ", by "
                        + provenance.writer().name()));
        if (!provenance.changedAt().equals(provenance.writtenAt())) {
            facts.add(new SummaryList.Row(
                    "Last changed",
                    LondonTime.minute(provenance.changedAt()) + ", by "
                            + provenance.changedBy().name()));
        }
        if (alert instanceof AwaitingApproval awaiting) {
            facts.add(new SummaryList.Row(
                    "Sent for approval",
                    LondonTime.minute(awaiting.submission().at()) + ", by "
                            + awaiting.submission().by().name()));
        }
        var content = alert.content();
        facts.add(new SummaryList.Row("About", content.category().label()));
        facts.add(new SummaryList.Row("How serious", content.severity().label()));
        facts.add(new SummaryList.Row("When to act", content.urgency().label()));
        facts.add(new SummaryList.Row("How sure", content.certainty().label()));
        facts.add(new SummaryList.Row("Ends", LondonTime.minute(content.expires())));
        if (alert instanceof Sent) {
            var tally = usefulness.of(alert.id());
            facts.add(new SummaryList.Row("Readers said", tally.yes() + " useful, " + tally.no() + " not useful"));
        }
        content.worthSending()
                .ifPresent(time -> facts.add(
                        new SummaryList.Row("Worth sending", "For " + time.toHours() + " hours after it is sent")));
        return facts;
    }

    private PageView sendPage(StaffMember who, Alert alert, ReachPart reach) {
        return new PageView(
                "alerts/send",
                frame(who, "Send this alert?", alert),
                new SendPage(path(alert), alert.version(), alert.content().headline(), reach));
    }

    private PageView cancelPage(StaffMember who, Issued alert, Form form) {
        return new PageView(
                "alerts/cancel",
                frame(who, "Call this alert back?", alert).form(form),
                new CancelPage(
                        path(alert),
                        alert.version(),
                        alert.content().headline(),
                        new HeadCount(desk.receivers(alert)).shown(),
                        Message.REASON_LIMIT,
                        form));
    }

    private StaffPage frame(StaffMember who, String title, Alert alert) {
        return pages.staff(StaffSection.ALERTS, title, who)
                .crumb("Alerts", "/staff/alerts")
                .crumb(alert.content().headline(), path(alert));
    }

    private static Form blankTest() {
        return Form.of(noErrors());
    }

    private static BindingResult noErrors() {
        return new BeanPropertyBindingResult(new TestForm(""), "form");
    }

    private static String path(Alert alert) {
        return "/staff/alerts/" + alert.id();
    }
}
