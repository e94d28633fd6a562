package org.bluelamp.directory.reach;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What this service reads of {@code alerts.reach.changed}. */
record ReachChanged(String area, LocalDate day, @Nullable Integer households, List<AreaReach.Channel> channels) {

    static final String TYPE = "alerts.reach.changed";
}
