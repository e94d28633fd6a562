package org.bluelamp.alerts.alert.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.bluelamp.alerts.delivery.Progress;
import org.bluelamp.alerts.reach.HeadCount;
import org.bluelamp.web.page.LondonTime;
import org.jspecify.annotations.Nullable;

/**
 * How far the emails or texts of a message are, in words.
 *
 * @param counts how many stand where; what there is none of is left out
 * @param pace how fast they go and until when; null when none is on its way
 * @param pausable whether some can be let wait
 * @param resumable whether some wait to go on
 */
public record ProgressPart(List<Count> counts, @Nullable String pace, boolean pausable, boolean resumable) {

    /** How many stand where. */
    public record Count(String status, String number) {}

    static ProgressPart of(@Nullable Progress progress) {
        if (progress == null) {
            return new ProgressPart(List.of(), null, false, false);
        }
        var counts = new ArrayList<Count>();
        add(counts, "Accepted", progress.accepted());
        add(counts, "Of these known to have arrived", progress.arrived());
        add(counts, "Waiting", progress.remaining());
        add(counts, "Of these tried again", progress.retrying());
        add(counts, "Paused", progress.paused());
        add(counts, "Refused", progress.refused());
        add(counts, "Cancelled", progress.cancelled());
        add(counts, "Too late", progress.expired());
        return new ProgressPart(counts, pace(progress), progress.remaining() > 0, progress.paused() > 0);
    }

    private static void add(List<Count> counts, String status, long number) {
        if (number > 0) {
            counts.add(new Count(status, new HeadCount((int) number).shown()));
        }
    }

    private static @Nullable String pace(Progress progress) {
        return progress.estimatedEnd()
                .map(end -> String.format(
                        Locale.UK,
                        "About %,.0f a second, done at about %s",
                        progress.perSecond(),
                        LondonTime.clock(end.atZone(LondonTime.ZONE).toLocalTime())))
                .orElse(null);
    }
}
