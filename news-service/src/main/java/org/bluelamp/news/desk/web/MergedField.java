package org.bluelamp.news.desk.web;

import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bluelamp.news.area.AreaMap;
import org.bluelamp.news.article.ArticleKind;
import org.bluelamp.news.article.Content;
import org.bluelamp.news.article.Topic;

/** A field of an article that two may have filled in otherwise. */
public enum MergedField {
    TITLE("title", "Title", Size.LINE),
    SUMMARY("summary", "Summary", Size.LINES),
    BODY("body", "Text", Size.TEXT),
    KIND("kind", "Kind of article", Size.CHOICE),
    AREAS("areas", "Who it is for", Size.CHOICE),
    TOPICS("topics", "Topics", Size.CHOICE),
    CAMPAIGN("campaign", "Campaign hashtag", Size.LINE),
    HASHTAGS("hashtags", "More hashtags", Size.LINE),
    CONTACT("contact", "How to reach us about it", Size.LINE),
    CRIME_REFERENCE("crimeReference", "Crime reference", Size.LINE),
    ENDS("ends", "Last day", Size.CHOICE);

    /** How it can be written anew. */
    public enum Size {
        /** Not here; one of the two, and changed on the form afterwards. */
        CHOICE,
        LINE,
        LINES,
        TEXT
    }

    private final String code;
    private final String label;
    private final Size size;

    MergedField(String code, String label, Size size) {
        this.code = code;
        this.label = label;
        this.size = size;
    }

    String code() {
        return code;
    }

    String label() {
        return label;
    }

    Size size() {
        return size;
    }

    /** What it holds, so that equal texts mean the same. */
    String of(ArticleForm form) {
        return switch (this) {
            case TITLE -> Content.oneLine(form.title());
            case SUMMARY -> Content.oneLine(form.summary());
            case BODY -> Content.lines(form.body());
            case KIND -> form.kind();
            case AREAS -> String.join(" ", new TreeSet<>(form.areas()));
            case TOPICS -> String.join(" ", new TreeSet<>(form.topics()));
            case CAMPAIGN -> withSign(form.campaign());
            case HASHTAGS ->
                Stream.of(form.hashtags().split("[\\s,]+"))
                        .map(MergedField::withSign)
                        .filter(tag -> !tag.isEmpty())
                        .collect(Collectors.joining(" "));
            case CONTACT -> Content.oneLine(form.contact());
            case CRIME_REFERENCE -> form.crimeReference().strip();
            case ENDS ->
                form.ends().isEmpty()
                        ? ""
                        : Stream.of(
                                        form.ends().day(),
                                        form.ends().month(),
                                        form.ends().year())
                                .map(part -> part.strip().replaceFirst("^0+(?=.)", ""))
                                .collect(Collectors.joining("/"));
        };
    }

    /** The same for people. */
    String words(ArticleForm form, AreaMap areas) {
        String words = switch (this) {
            case KIND -> ArticleKind.of(form.kind()).map(ArticleKind::label).orElse(form.kind());
            case AREAS ->
                form.areas().stream()
                        .map(code -> areas.parse(code)
                                .map(known -> areas.named(known).name())
                                .orElse(code))
                        .collect(Collectors.joining(", "));
            case TOPICS ->
                form.topics().stream()
                        .map(code -> Topic.of(code).map(Topic::label).orElse(code))
                        .collect(Collectors.joining(", "));
            default -> of(form);
        };
        return words.isEmpty() ? "(empty)" : words;
    }

    private static String withSign(String typed) {
        String tag = typed.strip();
        return tag.isEmpty() || tag.startsWith("#") ? tag : "#" + tag;
    }
}
