package org.bluelamp.news.reading.web;

import com.github.difflib.text.DiffRow;
import com.github.difflib.text.DiffRowGenerator;
import java.util.ArrayList;
import java.util.List;
import org.bluelamp.news.article.ArticleVersion;
import org.bluelamp.web.page.LondonTime;
import org.jspecify.annotations.Nullable;

/**
 * The public versions of an article, newest first, each with what changed from the one before.
 *
 * @param article where the article is read
 */
public record VersionsPage(String article, List<Version> versions) {

    /**
     * A version.
     *
     * @param note what was corrected, in the words of who did it; null for the first
     * @param changes the lines that changed, one after the other; empty for the first
     */
    public record Version(String when, @Nullable String note, List<Change> changes) {}

    /** A line that changed: as it was, and as it became; either may be empty. */
    public record Change(String before, String after) {}

    static VersionsPage of(String article, List<ArticleVersion> newestFirst) {
        List<Version> versions = new ArrayList<>();
        for (int n = 0; n < newestFirst.size(); n++) {
            ArticleVersion version = newestFirst.get(n);
            versions.add(new Version(
                    LondonTime.minute(version.at()),
                    version.note(),
                    n + 1 < newestFirst.size() ? changes(newestFirst.get(n + 1), version) : List.of()));
        }
        return new VersionsPage(article, versions);
    }

    private static List<Change> changes(ArticleVersion before, ArticleVersion after) {
        return DiffRowGenerator.create()
                // The template escapes; twice would show the marks.
                .lineNormalizer(line -> line)
                .build()
                .generateDiffRows(lines(before), lines(after))
                .stream()
                .filter(row -> row.getTag() != DiffRow.Tag.EQUAL)
                .map(row -> new Change(row.getOldLine(), row.getNewLine()))
                .toList();
    }

    private static List<String> lines(ArticleVersion version) {
        List<String> lines = new ArrayList<>(List.of(version.title(), version.summary()));
        version.body().lines().filter(line -> !line.isBlank()).forEach(lines::add);
        return lines;
    }
}
