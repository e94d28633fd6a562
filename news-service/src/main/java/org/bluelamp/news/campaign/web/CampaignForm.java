package org.bluelamp.news.campaign.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.bluelamp.news.area.AreaMap;
import org.bluelamp.news.article.Campaign;
import org.bluelamp.news.article.Content;
import org.bluelamp.news.campaign.Plan;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.service.security.Role;
import org.bluelamp.service.security.StaffMember;
import org.bluelamp.web.form.DateBoxes;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** What a writer typed of a campaign, as it was typed. What is right about it becomes a {@link Plan}. */
public record CampaignForm(
        String hashtag,
        String name,
        String summary,
        String description,
        DateBoxes first,
        DateBoxes last,
        List<String> areas) {

    /** Takes what a browser sent; what it left out is empty. */
    public CampaignForm(
            @Nullable String hashtag,
            @Nullable String name,
            @Nullable String summary,
            @Nullable String description,
            @Nullable DateBoxes first,
            @Nullable DateBoxes last,
            @Nullable List<String> areas) {
        this.hashtag = Objects.requireNonNullElse(hashtag, "");
        this.name = Objects.requireNonNullElse(name, "");
        this.summary = Objects.requireNonNullElse(summary, "");
        this.description = Objects.requireNonNullElse(description, "");
        this.first = Objects.requireNonNullElse(first, DateBoxes.EMPTY);
        this.last = Objects.requireNonNullElse(last, DateBoxes.EMPTY);
        this.areas = areas == null ? List.of() : List.copyOf(areas);
    }

    static CampaignForm blank() {
        return new CampaignForm(null, null, null, null, null, null, null);
    }

    static CampaignForm of(Plan plan) {
        return new CampaignForm(
                plan.hashtag().toString(),
                plan.name(),
                plan.summary(),
                plan.description(),
                DateBoxes.of(plan.firstDay()),
                DateBoxes.of(plan.lastDay()),
                plan.areas().stream().map(AreaCode::value).toList());
    }

    /** The plan; empty when something is not right yet, which is then told at its field. */
    Optional<Plan> read(StaffMember who, AreaMap map, Errors errors) {
        checkText("name", "a name", Content.oneLine(name), Content.TITLE_LIMIT, errors);
        String tag = Campaign.withoutSign(hashtag);
        if (!Campaign.isShapedLikeOne(tag)) {
            errors.rejectValue(
                    "hashtag",
                    "shape",
                    "Enter one hashtag of letters and numbers, at most 50, such as #NeighbourhoodWeek");
        }
        checkText("summary", "a summary", Content.oneLine(summary), Content.SUMMARY_LIMIT, errors);
        checkText("description", "what the campaign is about", Content.lines(description), Content.BODY_LIMIT, errors);
        LocalDate begins = first.read(errors, "first", "The first day");
        LocalDate ends = last.read(errors, "last", "The last day");
        if (begins != null && ends != null && ends.isBefore(begins)) {
            errors.rejectValue("last", "order", "The last day must be the first day or later");
        }
        checkAreas(who, map, errors);
        if (errors.hasErrors() || begins == null || ends == null) {
            return Optional.empty();
        }
        return Optional.of(new Plan(
                new Campaign(tag),
                name,
                summary,
                description,
                begins,
                ends,
                areas.stream().map(AreaCode::new).collect(Collectors.toCollection(TreeSet::new))));
    }

    private static void checkText(String field, String what, String text, int limit, Errors errors) {
        int length = Content.length(text);
        if (length == 0) {
            errors.rejectValue(field, "NotBlank", "Enter " + what);
        } else if (length > limit) {
            errors.rejectValue(field, "Size", "Shorten it to at most " + limit + " characters");
        }
    }

    private void checkAreas(StaffMember who, AreaMap map, Errors errors) {
        if (areas.isEmpty()) {
            errors.rejectValue("areas", "NotEmpty", "Choose at least one area that takes part");
        } else if (areas.stream().anyMatch(text -> map.parse(text).isEmpty())) {
            errors.rejectValue("areas", "unknown", "Choose areas from the list");
        } else if (!areas.stream().map(AreaCode::new).allMatch(area -> who.may(Role.EDITOR, area))) {
            errors.rejectValue("areas", "right", "You may not publish for all of these areas. Choose other ones");
        }
    }
}
