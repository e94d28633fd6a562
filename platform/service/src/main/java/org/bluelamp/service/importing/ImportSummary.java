package org.bluelamp.service.importing;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/**
 * What an import did, or would do.
 *
 * @param dryRun whether nothing was written
 * @param counts by what was counted, in the plural, for example "postcodes"
 */
public record ImportSummary(boolean dryRun, SequencedMap<String, Counts> counts) {

    /** What became of the things of one kind. */
    public record Counts(long added, long changed, long removed, long unchanged) {}

    public ImportSummary {
        counts = new LinkedHashMap<>(counts);
    }

    /** With nothing counted yet. */
    public static ImportSummary of(boolean dryRun) {
        return new ImportSummary(dryRun, new LinkedHashMap<>(Map.of()));
    }

    /** With things of one more kind. */
    public ImportSummary with(String things, Counts counted) {
        SequencedMap<String, Counts> more = new LinkedHashMap<>(counts);
        more.put(things, counted);
        return new ImportSummary(dryRun, more);
    }
}
