package org.bluelamp.news.reading.web;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
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

    /** A line that changed, in pieces. */
    public record Change(List<Piece> pieces) {}

    /** Some words of a line. */
    public record Piece(Mark mark, String text) {}

    /** What became of some words. */
    public enum Mark {
        KEPT,
        REMOVED,
        ADDED
    }

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
        return changes(lines(before), lines(after));
    }

    /** The lines that are not the same, word by word. */
    public static List<Change> changes(List<String> before, List<String> after) {
        return DiffRowGenerator.create()
                // The template escapes; twice would show the marks.
                .lineNormalizer(line -> line)
                .build()
                .generateDiffRows(before, after)
                .stream()
                .filter(row -> row.getTag() != DiffRow.Tag.EQUAL)
                .map(row -> new Change(pieces(row.getOldLine(), row.getNewLine())))
                .toList();
    }

    private static List<String> lines(ArticleVersion version) {
        List<String> lines = new ArrayList<>(List.of(version.title(), version.summary()));
        version.body().lines().filter(line -> !line.isBlank()).forEach(lines::add);
        return lines;
    }

    /** Word by word: readers look for the one that is another. */
    private static List<Piece> pieces(String before, String after) {
        List<String> old = words(before);
        List<Piece> pieces = new ArrayList<>();
        int at = 0;
        for (AbstractDelta<String> delta : DiffUtils.diff(old, words(after)).getDeltas()) {
            int position = delta.getSource().getPosition();
            add(pieces, Mark.KEPT, old.subList(at, position));
            add(pieces, Mark.REMOVED, delta.getSource().getLines());
            add(pieces, Mark.ADDED, delta.getTarget().getLines());
            at = position + delta.getSource().size();
        }
        add(pieces, Mark.KEPT, old.subList(at, old.size()));
        return pieces;
    }

    private static void add(List<Piece> pieces, Mark mark, List<String> words) {
        if (!words.isEmpty()) {
            pieces.add(new Piece(mark, String.join(" ", words)));
        }
    }

    private static List<String> words(String line) {
        return line.isBlank() ? List.of() : List.of(line.strip().split("\\s+"));
    }
}
