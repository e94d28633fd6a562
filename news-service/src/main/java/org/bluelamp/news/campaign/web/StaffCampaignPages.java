package org.bluelamp.news.campaign.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.bluelamp.news.area.AreaMap;
import org.bluelamp.news.area.Areas;
import org.bluelamp.news.campaign.CampaignState;
import org.bluelamp.news.campaign.Campaigns;
import org.bluelamp.news.campaign.HashtagTakenException;
import org.bluelamp.news.campaign.Plan;
import org.bluelamp.news.campaign.StaleCampaignException;
import org.bluelamp.news.campaign.WeekOfAction;
import org.bluelamp.news.desk.web.AreaChoices;
import org.bluelamp.news.social.ReadyTexts;
import org.bluelamp.news.social.Told;
import org.bluelamp.service.security.Role;
import org.bluelamp.service.security.StaffEndpoint;
import org.bluelamp.service.security.StaffMember;
import org.bluelamp.web.form.Form;
import org.bluelamp.web.govuk.NotificationBanner;
import org.bluelamp.web.page.LondonTime;
import org.bluelamp.web.page.PageView;
import org.bluelamp.web.page.Pages;
import org.bluelamp.web.page.StaffSection;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where campaigns are written, published and ended; whatever goes wrong, what was typed comes back. */
@Controller
@StaffEndpoint(Role.EDITOR)
class StaffCampaignPages {

    private static final String HOME = "/staff/news/campaigns";

    /** The version of a campaign that is not kept yet. */
    private static final long NOT_KEPT = 0;

    private final Campaigns campaigns;
    private final CampaignPages shown;
    private final Areas areas;
    private final ReadyTexts texts;
    private final Pages pages;

    StaffCampaignPages(Campaigns campaigns, CampaignPages shown, Areas areas, ReadyTexts texts, Pages pages) {
        this.campaigns = campaigns;
        this.shown = shown;
        this.areas = areas;
        this.texts = texts;
        this.pages = pages;
    }

    @GetMapping(HOME)
    PageView list(StaffMember who) {
        return new PageView(
                "campaign/desk",
                pages.staff(StaffSection.NEWS, "Campaigns", who).crumb("News", "/staff/news"),
                new StaffCampaignsPage(campaigns.of(who).stream()
                        .map(one -> CampaignTeaser.of(one, HOME + "/" + one.id()))
                        .toList()));
    }

    @GetMapping(HOME + "/{id}")
    PageView campaign(StaffMember who, @PathVariable UUID id, @RequestParam @Nullable String done) {
        WeekOfAction campaign = campaigns.open(who, id);
        return new PageView(
                "campaign/staff",
                pages.staff(StaffSection.NEWS, campaign.plan().name(), who)
                        .crumb("News", "/staff/news")
                        .crumb("Campaigns", HOME)
                        .notice(Done.banner(done)),
                new StaffCampaignPage(
                        HOME + "/" + id,
                        campaign.path(),
                        campaign.state(),
                        campaign.version(),
                        "by " + campaign.changedBy().name() + ", " + LondonTime.minute(campaign.changedAt()),
                        campaign.state() == CampaignState.PUBLISHED ? texts.of(told(campaign)) : List.of(),
                        shown.show(campaign)));
    }

    private Told told(WeekOfAction campaign) {
        Plan plan = campaign.plan();
        return new Told(
                plan.name(),
                plan.summary(),
                pages.site().publicUrl() + campaign.path(),
                List.of(plan.hashtag().hashtag()),
                plan.areas());
    }

    @GetMapping(HOME + "/new")
    PageView blank(StaffMember who) {
        return form(who, UUID.randomUUID(), Form.of(CampaignForm.blank()), NOT_KEPT, areas.all());
    }

    @GetMapping(HOME + "/{id}/edit")
    PageView edit(StaffMember who, @PathVariable UUID id) {
        WeekOfAction campaign = campaigns.open(who, id);
        return form(who, id, Form.of(CampaignForm.of(campaign.plan())), campaign.version(), areas.all());
    }

    @PostMapping(HOME + "/{id}/edit")
    ModelAndView save(
            StaffMember who,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "0") long version,
            @ModelAttribute("form") CampaignForm form,
            BindingResult errors) {
        AreaMap map = areas.all();
        Optional<WeekOfAction> before = version == NOT_KEPT ? Optional.empty() : Optional.of(campaigns.open(who, id));
        Optional<Plan> plan = form.read(who, map, errors);
        if (plan.isPresent()
                && before.filter(one -> one.isPublic()
                                && !one.plan().key().equals(plan.get().key()))
                        .isPresent()) {
            errors.rejectValue(
                    "hashtag",
                    "fixed",
                    "The hashtag of a public campaign keeps its letters, because links lead to it: it is "
                            + before.orElseThrow().plan().hashtag());
        }
        if (errors.hasErrors()) {
            return form(who, id, Form.of(errors), version, map).status(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        try {
            if (version == NOT_KEPT) {
                campaigns.write(who, id, plan.orElseThrow());
            } else {
                campaigns.rewrite(who, id, version, plan.orElseThrow());
            }
            return PageView.redirect(Done.SAVED.at(id));
        } catch (HashtagTakenException taken) {
            errors.rejectValue("hashtag", "taken", "Another campaign has this hashtag. Choose another one");
            return form(who, id, Form.of(errors), version, map).status(HttpStatus.UNPROCESSABLE_CONTENT);
        } catch (StaleCampaignException stale) {
            WeekOfAction now = campaigns.open(who, id);
            errors.reject(
                    "stale",
                    "Not saved yet: " + now.changedBy().name() + " changed this campaign on "
                            + LondonTime.minute(now.changedAt())
                            + ", after you opened it. Compare with theirs in another window, then save yours again to"
                            + " replace it");
            return form(who, id, Form.of(errors), now.version(), map).status(HttpStatus.CONFLICT);
        }
    }

    @PostMapping(HOME + "/{id}/publish")
    ModelAndView publish(StaffMember who, @PathVariable UUID id, @RequestParam long version) {
        try {
            campaigns.publish(who, id, version);
            return PageView.redirect(Done.PUBLISHED.at(id));
        } catch (StaleCampaignException stale) {
            return PageView.redirect(Done.NOTHING.at(id));
        }
    }

    @PostMapping(HOME + "/{id}/end")
    ModelAndView end(StaffMember who, @PathVariable UUID id, @RequestParam long version) {
        try {
            campaigns.end(who, id, version);
            return PageView.redirect(Done.ENDED.at(id));
        } catch (StaleCampaignException stale) {
            return PageView.redirect(Done.NOTHING.at(id));
        }
    }

    private PageView form(StaffMember who, UUID id, Form form, long version, AreaMap map) {
        return new PageView(
                "campaign/write",
                pages.staff(StaffSection.NEWS, version == NOT_KEPT ? "Plan a campaign" : "Edit the campaign", who)
                        .crumb("News", "/staff/news")
                        .crumb("Campaigns", HOME)
                        .form(form),
                new CampaignWritePage(
                        form, HOME + "/" + id + "/edit", version, AreaChoices.of(map, who, form.field("areas"))));
    }

    /** What a deed's success is called in the address that the browser is sent to, and in words. */
    private enum Done {
        SAVED("The campaign is saved."),
        PUBLISHED("The campaign is published. Everybody can see its page."),
        ENDED("The campaign is over. Its page stays and says so."),
        NOTHING("Nothing was done: somebody else was faster. This is the campaign as it is now.");

        private final String words;

        Done(String words) {
            this.words = words;
        }

        String at(UUID id) {
            return HOME + "/" + id + "?done=" + name().toLowerCase(Locale.ROOT);
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
