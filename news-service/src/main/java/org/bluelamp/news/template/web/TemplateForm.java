package org.bluelamp.news.template.web;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bluelamp.news.area.AreaMap;
import org.bluelamp.news.article.Article;
import org.bluelamp.news.article.ArticleKind;
import org.bluelamp.news.article.Content;
import org.bluelamp.news.article.Details;
import org.bluelamp.news.article.Topic;
import org.bluelamp.news.template.Pattern;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.service.area.AreaKind;
import org.bluelamp.service.security.Role;
import org.bluelamp.service.security.StaffMember;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** What an editor typed of a template, as it was typed. What is right about it becomes a {@link Pattern}. */
public record TemplateForm(
        String name,
        String area,
        String kind,
        String title,
        String summary,
        String body,
        List<String> topics,
        String contact) {

    /** Takes what a browser sent; what it left out is empty. */
    public TemplateForm(
            @Nullable String name,
            @Nullable String area,
            @Nullable String kind,
            @Nullable String title,
            @Nullable String summary,
            @Nullable String body,
            @Nullable List<String> topics,
            @Nullable String contact) {
        this.area = Objects.requireNonNullElse(area, "");
        this.name = Objects.requireNonNullElse(name, "");
        this.kind = Objects.requireNonNullElse(kind, ArticleKind.NEWS.code());
        this.title = Objects.requireNonNullElse(title, "");
        this.summary = Objects.requireNonNullElse(summary, "");
        this.body = Objects.requireNonNullElse(body, "");
        this.topics = topics == null ? List.of() : List.copyOf(topics);
        this.contact = Objects.requireNonNullElse(contact, "");
    }

    static TemplateForm blank() {
        return new TemplateForm(null, null, null, null, null, null, null, null);
    }

    static TemplateForm of(Pattern pattern) {
        return new TemplateForm(
                pattern.name(),
                pattern.area().value(),
                pattern.kind().code(),
                pattern.title(),
                pattern.summary(),
                pattern.body(),
                pattern.topics().stream().map(Topic::code).toList(),
                pattern.contact());
    }

    /** The words of an article, for editors to take out of them what is another one each time. */
    static TemplateForm of(Article article) {
        Content content = article.content();
        return new TemplateForm(
                null,
                null,
                content.details().kind().code(),
                content.title(),
                content.summary(),
                content.body(),
                content.topics().stream().map(Topic::code).toList(),
                content.details().contact().orElse(""));
    }

    /** The pattern; empty when something is not right yet, which is then told at its field. */
    Optional<Pattern> read(StaffMember who, AreaMap map, Errors errors) {
        checkText("name", "a name", 1, Content.oneLine(name), Pattern.NAME_LIMIT, errors);
        checkText("title", "a title", 0, Content.oneLine(title), Content.TITLE_LIMIT, errors);
        checkText("summary", "a summary", 0, Content.oneLine(summary), Content.SUMMARY_LIMIT, errors);
        checkText("body", "the text", 1, Content.lines(body), Content.BODY_LIMIT, errors);
        checkText("contact", "how to reach us", 0, Content.oneLine(contact), Details.CONTACT_LIMIT, errors);
        if (ArticleKind.of(kind).isEmpty()) {
            errors.rejectValue("kind", "unknown", "Choose a kind from the list");
        }
        Optional<AreaCode> code = map.parse(area).filter(one -> AreaKind.of(one) != AreaKind.NEIGHBOURHOOD);
        if (code.isEmpty() || !who.may(Role.EDITOR, code.get())) {
            errors.rejectValue("area", "unknown", "Choose whose template it is from the list");
        }
        return errors.hasErrors()
                ? Optional.empty()
                : Optional.of(new Pattern(
                        code.orElseThrow(),
                        name,
                        ArticleKind.of(kind).orElseThrow(),
                        title,
                        summary,
                        body,
                        topics.stream()
                                .flatMap(topic -> Topic.of(topic).stream())
                                .collect(Collectors.toSet()),
                        contact));
    }

    private static void checkText(String field, String what, int least, String text, int most, Errors errors) {
        int length = Content.length(text);
        if (length < least) {
            errors.rejectValue(field, "NotBlank", "Enter " + what);
        } else if (length > most) {
            errors.rejectValue(field, "Size", "Shorten it to at most " + most + " characters");
        }
    }
}
