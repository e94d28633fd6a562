package org.bluelamp.news.desk.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.bluelamp.news.area.AreaMap;
import org.bluelamp.news.article.ArticleKind;
import org.bluelamp.news.article.Campaign;
import org.bluelamp.news.article.Content;
import org.bluelamp.news.article.Correction;
import org.bluelamp.news.article.Details;
import org.bluelamp.news.article.Topic;
import org.bluelamp.news.markdown.PastedHtml;
import org.bluelamp.news.template.Pattern;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.service.security.Role;
import org.bluelamp.service.security.StaffMember;
import org.bluelamp.web.form.DateBoxes;
import org.bluelamp.web.page.LondonTime;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.Errors;

/**
 * What a writer typed, as it was typed. What is right about it becomes {@link Content}.
 *
 * @param ends the last day on which it holds; empty when it has no end
 * @param hashtags further hashtags, apart by spaces or commas
 * @param note what a correction corrects; not asked for before an article is public
 */
public record ArticleForm(
        String title,
        String summary,
        String body,
        String kind,
        List<String> areas,
        List<String> topics,
        String campaign,
        String hashtags,
        String contact,
        String crimeReference,
        DateBoxes ends,
        String note) {

    private static final String KIND_AT_FIRST = ArticleKind.NEWS.code();

    /** Takes what a browser sent; what it left out is empty. */
    public ArticleForm(
            @Nullable String title,
            @Nullable String summary,
            @Nullable String body,
            @Nullable String kind,
            @Nullable List<String> areas,
            @Nullable List<String> topics,
            @Nullable String campaign,
            @Nullable String hashtags,
            @Nullable String contact,
            @Nullable String crimeReference,
            @Nullable DateBoxes ends,
            @Nullable String note) {
        this.title = Objects.requireNonNullElse(title, "");
        this.summary = Objects.requireNonNullElse(summary, "");
        this.body = Objects.requireNonNullElse(body, "");
        this.kind = Objects.requireNonNullElse(kind, KIND_AT_FIRST);
        this.areas = areas == null ? List.of() : List.copyOf(areas);
        this.topics = topics == null ? List.of() : List.copyOf(topics);
        this.campaign = Objects.requireNonNullElse(campaign, "");
        this.hashtags = Objects.requireNonNullElse(hashtags, "");
        this.contact = Objects.requireNonNullElse(contact, "");
        this.crimeReference = Objects.requireNonNullElse(crimeReference, "");
        this.ends = Objects.requireNonNullElse(ends, DateBoxes.EMPTY);
        this.note = Objects.requireNonNullElse(note, "");
    }

    /**
     * A form that is empty but for what somebody suggests, as far as it fits.
     *
     * @param area code of the area it may be for; empty for none
     */
    static ArticleForm suggesting(String title, String body, String area) {
        return new ArticleForm(
                beginning(title, Content.TITLE_LIMIT),
                null,
                beginning(body, Content.BODY_LIMIT),
                null,
                area.isEmpty() ? null : List.of(area),
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static String beginning(String text, int most) {
        return text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most));
    }

    /** An article that is begun from a template. */
    static ArticleForm from(Pattern pattern) {
        return new ArticleForm(
                pattern.title(),
                pattern.summary(),
                pattern.body(),
                pattern.kind().code(),
                null,
                pattern.topics().stream().map(Topic::code).toList(),
                null,
                null,
                pattern.contact(),
                null,
                null,
                null);
    }

    /** The same with Markdown where the text had HTML. */
    ArticleForm withoutHtml() {
        return new ArticleForm(
                title,
                summary,
                PastedHtml.tidied(body),
                kind,
                areas,
                topics,
                campaign,
                hashtags,
                contact,
                crimeReference,
                ends,
                note);
    }

    static ArticleForm of(Content content) {
        return new ArticleForm(
                content.title(),
                content.summary(),
                content.body(),
                content.details().kind().code(),
                content.areas().stream().map(AreaCode::value).toList(),
                content.topics().stream().map(Topic::code).toList(),
                content.campaign().map(Campaign::toString).orElse(""),
                content.details().hashtags().stream().map(tag -> "#" + tag).collect(Collectors.joining(" ")),
                content.details().contact().orElse(""),
                content.details().crimeReference().orElse(""),
                DateBoxes.of(content.details()
                        .notAfter()
                        .map(end -> LondonTime.date(end.minusSeconds(1)))
                        .orElse(null)),
                "");
    }

    /**
     * Tells the writer what is not right yet.
     *
     * @param correcting whether the article is public already
     * @param today the day here
     */
    void check(StaffMember who, AreaMap map, boolean correcting, LocalDate today, Errors errors) {
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
        checkDetails(today, errors);
        if (correcting) {
            checkText("note", "what you corrected", Content.oneLine(note), Correction.NOTE_LIMIT, errors);
        }
    }

    private void checkDetails(LocalDate today, Errors errors) {
        if (ArticleKind.of(kind).isEmpty()) {
            errors.rejectValue("kind", "unknown", "Choose a kind from the list");
        }
        List<String> tags = hashtagList();
        if (tags.size() > Details.MOST_HASHTAGS || !tags.stream().allMatch(Campaign::isShapedLikeOne)) {
            errors.rejectValue(
                    "hashtags",
                    "shape",
                    "Enter at most " + Details.MOST_HASHTAGS
                            + " hashtags of letters and numbers, apart by spaces, such as #RuralCrime");
        }
        if (Content.length(Content.oneLine(contact)) > Details.CONTACT_LIMIT) {
            errors.rejectValue(
                    "contact", "Size", "Shorten how to reach us to at most " + Details.CONTACT_LIMIT + " characters");
        }
        if (!crimeReference.isBlank() && !Details.isReference(crimeReference.strip())) {
            errors.rejectValue(
                    "crimeReference", "shape", "Enter the crime reference as it is on the record, such as 41/12345/26");
        }
        if (!ends.isEmpty()) {
            LocalDate end = ends.read(errors, "ends", "The last day");
            if (end != null && end.isBefore(today)) {
                errors.rejectValue("ends", "past", "The last day must be today or later");
            }
        }
    }

    private List<String> hashtagList() {
        return Arrays.stream(hashtags.split("[\\s,]+"))
                .map(Campaign::withoutSign)
                .filter(tag -> !tag.isEmpty())
                .distinct()
                .toList();
    }

    /** The end as a moment: the beginning of the day after the last. */
    private Optional<Instant> notAfter() {
        if (ends.isEmpty()) {
            return Optional.empty();
        }
        LocalDate last = ends.read(new BeanPropertyBindingResult(this, "form"), "ends", "The last day");
        return Optional.ofNullable(last)
                .map(day -> day.plusDays(1).atStartOfDay(LondonTime.ZONE).toInstant());
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
                        .map(Campaign::new),
                new Details(
                        ArticleKind.of(kind).orElseThrow(),
                        notAfter(),
                        Optional.of(contact),
                        Optional.of(crimeReference),
                        hashtagList()));
    }
}
