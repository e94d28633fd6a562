package org.bluelamp.alerts.casenews;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That somebody asked for mails about what they told the police.
 *
 * @param id the row's id, which links in mails name
 * @param subscriber whose address it is
 * @param askedAt when it was asked
 * @param confirmedAt when the owner of the address agreed; null as long as they have not
 * @param endedAt when it ended; null while it lasts
 */
public record CaseNews(
        UUID id,
        UUID subscriber,
        Instant askedAt,
        @Nullable Instant confirmedAt,
        @Nullable Instant endedAt) {

    /** Whether mails go out. */
    public boolean active() {
        return confirmedAt != null && endedAt == null;
    }
}
