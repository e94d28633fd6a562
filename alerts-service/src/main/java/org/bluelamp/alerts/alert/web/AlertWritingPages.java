package org.bluelamp.alerts.alert.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bluelamp.alerts.alert.Alert;
import org.bluelamp.alerts.alert.AlertDesk;
import org.bluelamp.alerts.alert.AlertId;
import org.bluelamp.alerts.alert.AlertTemplate;
import org.bluelamp.alerts.alert.Approval;
import org.bluelamp.alerts.alert.Content;
import org.bluelamp.alerts.alert.Issued;
import org.bluelamp.alerts.alert.Sent;
import org.bluelamp.alerts.alert.StaleAlertException;
import org.bluelamp.alerts.alert.Unsent;
import org.bluelamp.alerts.area.Area;
import org.bluelamp.alerts.area.Areas;
import org.bluelamp.alerts.area.web.DrawMap;
import org.bluelamp.alerts.area.web.DrawMaps;
import org.bluelamp.alerts.reach.HeadCount;
import org.bluelamp.service.area.AreaKind;
import org.bluelamp.service.security.Role;
import org.bluelamp.service.security.StaffEndpoint;
import org.bluelamp.service.security.StaffMember;
import org.bluelamp.web.form.Form;
import org.bluelamp.web.form.SentForm;
import org.bluelamp.web.govuk.Choice;
import org.bluelamp.web.page.LondonTime;
import org.bluelamp.web.page.PageView;
import org.bluelamp.web.page.Pages;
import org.bluelamp.web.page.StaffSection;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Where alerts are written, and updates of those that are live. A new alert has its address from the first look at the
 * empty form, so sending it twice makes one alert; whatever goes wrong, the page that comes back holds all that was
 * typed.
 */
@Controller
@StaffEndpoint({Role.OFFICER, Role.EDITOR})
class AlertWritingPages {

    /** The version of an alert that is not kept yet. */
    private static final long NOT_KEPT = 0;

    private final AlertDesk desk;
    private final AlertReader reader;
    private final Areas areas;
    private final DrawMaps maps;
    private final AlertMaps alertMaps;
    private final Pages pages;

    AlertWritingPages(
            AlertDesk desk, AlertReader reader, Areas areas, DrawMaps maps, AlertMaps alertMaps, Pages pages) {
        this.desk = desk;
        this.reader = reader;
        this.areas = areas;
        this.maps = maps;
        this.alertMaps = alertMaps;
        this.pages = pages;
    }

    /**
     * A new alert.
     *
     * @param template what it is begun from; empty when it is begun from nothing
     * @param headline a suggestion, as links from other pages of the portal have it; more than fits is cut off
     * @param description another
     * @param area for whom, by its code; one to which the person may send nothing is left out
     */
    @GetMapping("/staff/alerts/new")
    PageView blank(
            StaffMember who,
            @RequestParam(defaultValue = "") String template,
            @RequestParam(defaultValue = "") String headline,
            @RequestParam(defaultValue = "") String description,
            @RequestParam(defaultValue = "") String area) {
        var choices = senders(who);
        var only = choices.stream()
                .map(choice -> String.valueOf(choice.value()))
                .filter(code -> choices.size() == 1 || code.equals(area))
                .findFirst()
                .orElse("");
        var form = AlertTemplate.of(template)
                .map(chosen -> AlertForm.of(chosen, only))
                .orElseGet(() -> AlertForm.suggesting(headline, description, only));
        return page(who, AlertId.next(), Form.of(form), NOT_KEPT, null, null);
    }

    @GetMapping("/staff/alerts/{id}/edit")
    ModelAndView edit(StaffMember who, @PathVariable UUID id) {
        var alert = desk.open(who, new AlertId(id));
        if (!(alert instanceof Unsent || alert instanceof Issued) || !desk.mayWrite(who, alert.content())) {
            return PageView.redirect("/staff/alerts/" + id);
        }
        return page(who, alert.id(), Form.of(AlertForm.of(alert.content())), alert.version(), alert, null);
    }

    /**
     * Takes the form.
     *
     * @param step {@code save}, or {@code count} to learn whom it would reach; an update is shown before it is sent, from where
     *     {@code send} sends it and {@code change} leads back to the form
     */
    @PostMapping("/staff/alerts/{id}/edit")
    ModelAndView send(
            StaffMember who,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "0") long version,
            @RequestParam(defaultValue = "save") String step,
            @ModelAttribute("form") AlertForm form,
            BindingResult errors,
            HttpServletRequest request) {
        var wanted = new AlertId(id);
        @Nullable Alert before = version == NOT_KEPT ? null : desk.open(who, wanted);
        Optional<Content> content = reader.read(who, form, before instanceof Issued issued ? issued : null, errors);
        if (content.isEmpty()) {
            return page(who, wanted, Form.of(errors), version, before, null).status(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        if (step.equals("count")) {
            return page(who, wanted, Form.of(form), version, before, reach(content.get()));
        }
        if (before instanceof Issued && step.equals("change")) {
            return page(who, wanted, Form.of(form), version, before, null);
        }
        if (before instanceof Issued issued && !step.equals("send")) {
            return askToUpdate(who, issued, content.get(), request);
        }
        try {
            return PageView.redirect(save(who, wanted, version, before, content.get()));
        } catch (IllegalArgumentException refused) {
            errors.reject("refused", String.valueOf(refused.getMessage()));
            return page(who, wanted, Form.of(errors), version, before, null).status(HttpStatus.UNPROCESSABLE_CONTENT);
        } catch (StaleAlertException | DuplicateKeyException tooLate) {
            return tooLate(who, wanted, errors);
        }
    }

    private PageView askToUpdate(StaffMember who, Issued alert, Content content, HttpServletRequest request) {
        var path = "/staff/alerts/" + alert.id();
        var sent = SentForm.of(request, "POST", path + "/edit").orElseThrow();
        return new PageView(
                "alerts/update",
                pages.staff(StaffSection.ALERTS, "Send this update?", who)
                        .crumb("Alerts", "/staff/alerts")
                        .crumb(alert.content().headline(), path),
                new UpdatePage(
                        sent.action(),
                        sent.fields().stream()
                                .filter(field -> !field.name().equals("step"))
                                .toList(),
                        StoryPart.of(content, areas, alertMaps),
                        new HeadCount(desk.receivers(alert)).shown(),
                        desk.needed(content.target(), desk.receivers(alert)) == Approval.ALONE));
    }

    private String save(StaffMember who, AlertId id, long version, @Nullable Alert before, Content content) {
        var path = "/staff/alerts/" + id;
        if (before instanceof Sent) {
            var updated = desk.update(who, id, version, content);
            return path + (updated.proposal().isPresent() ? "?done=proposed" : "?done=updated");
        }
        if (version == NOT_KEPT) {
            desk.write(who, id, content);
        } else {
            desk.rewrite(who, id, version, content);
        }
        return path + "?done=saved";
    }

    /** Somebody was faster: nothing is saved and nothing is lost. */
    private ModelAndView tooLate(StaffMember who, AlertId id, BindingResult errors) {
        var now = desk.open(who, id);
        errors.reject(
                "stale",
                "Not saved yet: " + now.provenance().changedBy().name() + " changed this alert on "
                        + LondonTime.minute(now.provenance().changedAt())
                        + ", or it was sent, after you opened it. Read it again, then save yours to replace it");
        return page(who, id, Form.of(errors), now.version(), now, null).status(HttpStatus.CONFLICT);
    }

    private PageView page(
            StaffMember who, AlertId id, Form form, long version, @Nullable Alert before, @Nullable ReachPart reach) {
        var updating = before instanceof Issued issued ? issued : null;
        var title = before == null ? "Write an alert" : updating == null ? "Edit the alert" : "Update the alert";
        var frame = pages.staff(StaffSection.ALERTS, title, who).crumb("Alerts", "/staff/alerts");
        return new PageView(
                "alerts/write",
                (before == null ? frame : frame.crumb(before.content().headline(), "/staff/alerts/" + id)).form(form),
                new WritePage(
                        form,
                        "/staff/alerts/" + id + "/edit",
                        version,
                        updating == null ? AreaChoices.of(areas, who, form.field("areas")) : null,
                        senders(who),
                        reach,
                        updating == null ? null : new HeadCount(desk.receivers(updating)).shown(),
                        before == null && "".equals(form.field("headline").value()) ? templates() : List.of(),
                        updating == null ? map(who) : null));
    }

    /** Of the areas that the person may send to. */
    private @Nullable DrawMap map(StaffMember who) {
        return maps.of(areas.all().stream()
                        .filter(area -> area.kind() == AreaKind.NEIGHBOURHOOD && AlertDesk.maySend(who, area.code()))
                        .map(Area::code)
                        .toList())
                .orElse(null);
    }

    private ReachPart reach(Content content) {
        var estimate = desk.estimate(content);
        return ReachPart.of(
                content.target(),
                areas,
                estimate,
                desk.needed(content.target(), estimate.reach()).sentence());
    }

    private List<Choice> senders(StaffMember who) {
        return areas.all().stream()
                .filter(area -> AlertDesk.maySend(who, area.code()))
                .map(area -> new Choice(area.code().value(), area.fullName()))
                .toList();
    }

    private static List<WritePage.Template> templates() {
        return Arrays.stream(AlertTemplate.values())
                .map(one -> new WritePage.Template(one.label(), "/staff/alerts/new?template=" + one.code()))
                .toList();
    }
}
