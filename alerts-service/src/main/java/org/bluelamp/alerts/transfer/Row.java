package org.bluelamp.alerts.transfer;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One subscription with the consent it rests on, as it stands in a file.
 *
 * @param address in the clear
 * @param area code of the area
 * @param frequency code of how often
 * @param topics codes of topics; none for every topic
 * @param leastSeverity code of which alerts
 * @param wording what was agreed to
 * @param organisation to whom it was agreed; null for the force itself
 * @param requestedAt when it was asked for
 * @param confirmedAt when the owner of the address agreed
 * @param startedAt since when the area is followed
 */
record Row(
        @Nullable String address,
        @Nullable String area,
        @Nullable String frequency,
        @Nullable List<String> topics,
        @Nullable String leastSeverity,
        @Nullable String wording,
        @Nullable String organisation,
        @Nullable Instant requestedAt,
        @Nullable Instant confirmedAt,
        @Nullable Instant startedAt) {

    /** Keeps the address out of logs and reports. */
    @Override
    public String toString() {
        return "Row[not shown]";
    }
}
