package org.bluelamp.news.desk.web;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.bluelamp.news.area.AreaMap;
import org.bluelamp.news.article.Campaign;
import org.bluelamp.news.article.Content;
import org.bluelamp.news.article.Topic;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.service.security.Role;
import org.bluelamp.service.security.StaffMember;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** What a writer typed, as it was typed. What is right about it becomes {@link Content}. */
public record ArticleForm(
        String title, String summary, String body, List<String> areas, List<String> topics, String campaign) {

    /** Takes what a browser sent; what it left out is empty. */
    public ArticleForm(
            @Nullable String title,
            @Nullable String summary,
            @Nullable String body,
            @Nullable List<String> areas,
            @Nullable List<String> topics,
            @Nullable String campaign) {
        this.title = Objects.requireNonNullElse(title, "");
        this.summary = Objects.requireNonNullElse(summary, "");
        this.body = Objects.requireNonNullElse(body, "");
        this.areas = areas == null ? List.of() : List.copyOf(areas);
        this.topics = topics == null ? List.of() : List.copyOf(topics);
        this.campaign = Objects.requireNonNullElse(campaign, "");
    }

    static ArticleForm blank() {
        return new ArticleForm(null, null, null, null, null, null);
    }

    static ArticleForm of(Content content) {
        return new ArticleForm(
                content.title(),
                content.summary(),
                content.body(),
                content.areas().stream().map(AreaCode::value).toList(),
                content.topics().stream().map(Topic::code).toList(),
                content.campaign().map(Campaign::toString).orElse(""));
    }

    /** Tells the writer what is not right yet. */
    void check(StaffMember who, AreaMap map, Errors errors) {
        checkText("title", "a title", Content.oneLine(title), Content.TITLE_LIMIT, errors);
        checkText("summary", "a summary", Content.oneLine(summary), Content.SUMMARY_LIMIT, errors);
        checkText("body", "the text of the article", Content.lines(body), Content.BODY_LIMIT, errors);
        checkAreas(who, map, errors);
        if (topics.stream().anyMatch(code -> Topic.of(code).isEmpty())) {
            errors.rejectValue("topics", "unknown", "Choose topics from the list");
        }
        String hashtag = Campaign.withoutSign(campaign);
        if (!hashtag.isEmpty() && !Campaign.isShapedLikeOne(hashtag)) {
            errors.rejectValue(
                    "campaign",
                    "shape",
                    "Enter one hashtag of letters and numbers, at most 50, such as #NeighbourhoodWeek");
        }
    }

    private static void checkText(String field, String what, String text, int limit, Errors errors) {
        int length = Content.length(text);
        if (length == 0) {
            errors.rejectValue(field, "NotBlank", "Enter " + what);
        } else if (length > limit) {
            String excess = String.format(Locale.UK, "%,d", length - limit);
            errors.rejectValue(
                    field,
                    "Size",
                    String.format(
                            Locale.UK,
                            "Shorten %s by %s %s: at most %,d fit",
                            what.replaceFirst("^an? ", "the "),
                            excess,
                            length - limit == 1 ? "character" : "characters",
                            limit));
        }
    }

    private void checkAreas(StaffMember who, AreaMap map, Errors errors) {
        if (areas.isEmpty()) {
            errors.rejectValue("areas", "NotEmpty", "Choose at least one area the article is for");
            return;
        }
        for (String text : areas) {
            Optional<AreaCode> code = map.parse(text);
            if (code.isEmpty()) {
                errors.rejectValue("areas", "unknown", "Choose areas from the list");
            } else if (!who.may(Role.EDITOR, code.get())) {
                errors.rejectValue(
                        "areas",
                        "right",
                        "You may not publish for " + map.named(code.get()).name() + ". Choose other areas");
            }
        }
    }

    /** The content of a form that was found right. */
    Content content() {
        Set<Topic> chosen = topics.stream()
                .flatMap(code -> Topic.of(code).stream())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Topic.class)));
        return new Content(
                title,
                summary,
                body,
                areas.stream().map(AreaCode::new).collect(Collectors.toCollection(TreeSet::new)),
                chosen,
                Optional.of(Campaign.withoutSign(campaign))
                        .filter(hashtag -> !hashtag.isEmpty())
                        .map(Campaign::new));
    }
}
