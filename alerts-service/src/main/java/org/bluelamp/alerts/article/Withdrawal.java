package org.bluelamp.alerts.article;

import java.time.Instant;
import java.util.List;
import org.bluelamp.service.area.AreaCode;

/**
 * What is left of an article that was withdrawn: none of its words.
 *
 * @param publishedAt when it had been published
 * @param reason why it was withdrawn, for readers
 */
record Withdrawal(List<AreaCode> areas, Instant publishedAt, String reason) {

    Withdrawal {
        areas = List.copyOf(areas);
    }
}
