package org.bluelamp.news.desk.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bluelamp.news.area.AreaMap;
import org.bluelamp.news.desk.ThreeWay;
import org.bluelamp.news.reading.web.VersionsPage;
import org.jspecify.annotations.Nullable;

/**
 * Two texts that were changed at the same time, field by field. Where only one of the two changed a field, that one is
 * chosen beforehand; where both did, the person has to choose.
 *
 * @param mine what the person typed
 * @param theirs what is saved
 * @param base what both began with; empty when that is not known any more
 */
record Merging(ArticleForm mine, ArticleForm theirs, Optional<ArticleForm> base) {

    static final String MINE = "mine";
    static final String THEIRS = "theirs";
    static final String OWN = "own";

    /** What was chosen for a field, and what was written for it anew. */
    record Chosen(String which, String own) {}

    /** The fields in which the two differ. */
    List<MergedField> differences() {
        return Arrays.stream(MergedField.values())
                .filter(field -> !field.of(mine).equals(field.of(theirs)))
                .toList();
    }

    /** What is chosen beforehand. */
    Chosen suggestion(MergedField field) {
        String own = field.of(mine);
        if (base.isEmpty()) {
            return new Chosen("", own);
        }
        String before = field.of(base.get());
        if (before.equals(field.of(mine))) {
            return new Chosen(THEIRS, field.of(theirs));
        }
        if (before.equals(field.of(theirs))) {
            return new Chosen(MINE, own);
        }
        if (field == MergedField.BODY) {
            ThreeWay both = ThreeWay.merge(before, field.of(mine), field.of(theirs));
            return new Chosen(both.collisions() == 0 ? OWN : "", both.text());
        }
        return new Chosen("", own);
    }

    /** The fields for the page, with what was chosen of late. */
    List<MergePage.Choice> choices(Map<MergedField, Chosen> chosen, AreaMap areas) {
        List<MergePage.Choice> choices = new ArrayList<>();
        for (MergedField field : differences()) {
            Chosen now = chosen.getOrDefault(field, suggestion(field));
            choices.add(new MergePage.Choice(
                    field.code(),
                    field.label(),
                    field.size(),
                    field.words(mine, areas),
                    field.words(theirs, areas),
                    base.map(form -> field.words(form, areas)).orElse(null),
                    now.which(),
                    now.own(),
                    field == MergedField.BODY ? changes(theirs, mine, base.orElse(null)) : List.of(),
                    field == MergedField.BODY && base.isPresent()
                            ? VersionsPage.changes(lines(base.get()), lines(theirs))
                            : List.of()));
        }
        return choices;
    }

    /** What the person changed; where it is not known from what, what is different from the other's. */
    private static List<VersionsPage.Change> changes(ArticleForm theirs, ArticleForm mine, @Nullable ArticleForm base) {
        return VersionsPage.changes(lines(base == null ? theirs : base), lines(mine));
    }

    private static List<String> lines(ArticleForm form) {
        return MergedField.BODY.of(form).lines().filter(line -> !line.isBlank()).toList();
    }

    /** The fields for which nothing was chosen. */
    List<MergedField> open(Map<MergedField, Chosen> chosen) {
        return differences().stream()
                .filter(field -> !List.of(MINE, THEIRS, OWN)
                        .contains(chosen.getOrDefault(field, suggestion(field)).which()))
                .toList();
    }

    /** The two as one, as it was chosen; where they do not differ, or nothing was chosen, it is the person's own. */
    ArticleForm merged(Map<MergedField, Chosen> chosen) {
        Map<MergedField, Chosen> all = new EnumMap<>(MergedField.class);
        differences().forEach(field -> all.put(field, chosen.getOrDefault(field, suggestion(field))));
        return new ArticleForm(
                text(MergedField.TITLE, all, mine.title(), theirs.title()),
                text(MergedField.SUMMARY, all, mine.summary(), theirs.summary()),
                text(MergedField.BODY, all, mine.body(), theirs.body()),
                from(MergedField.KIND, all).kind(),
                from(MergedField.AREAS, all).areas(),
                from(MergedField.TOPICS, all).topics(),
                text(MergedField.CAMPAIGN, all, mine.campaign(), theirs.campaign()),
                text(MergedField.HASHTAGS, all, mine.hashtags(), theirs.hashtags()),
                text(MergedField.CONTACT, all, mine.contact(), theirs.contact()),
                text(MergedField.CRIME_REFERENCE, all, mine.crimeReference(), theirs.crimeReference()),
                from(MergedField.ENDS, all).ends(),
                mine.note());
    }

    private ArticleForm from(MergedField field, Map<MergedField, Chosen> chosen) {
        Chosen one = chosen.get(field);
        return one != null && one.which().equals(THEIRS) ? theirs : mine;
    }

    private static String text(MergedField field, Map<MergedField, Chosen> chosen, String mine, String theirs) {
        Chosen one = chosen.get(field);
        return switch (one == null ? "" : one.which()) {
            case THEIRS -> theirs;
            case OWN -> one == null ? mine : one.own();
            default -> mine;
        };
    }
}
