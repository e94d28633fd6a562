package org.bluelamp.service.deadletter;

import java.util.List;
import org.bluelamp.messaging.deadletter.DeadLetter;
import org.bluelamp.web.govuk.Pagination;

/**
 * Dead letters of one state.
 *
 * @param path of the desk
 * @param total how many there are in that state
 * @param page the page shown, from 1
 * @param pages how many pages there are
 */
public record DeadLettersPage(
        String path, DeadLetter.State state, List<DeadLetter> letters, long total, int page, int pages) {

    /** The states in the order in which they come. */
    public DeadLetter.State[] states() {
        return DeadLetter.State.values();
    }

    /** Where copies of what other services own are set right. */
    public String projections() {
        return path.replace("/dead-letters", "/projections");
    }

    /** What staff call a state. */
    public static String text(DeadLetter.State state) {
        return switch (state) {
            case WAITING -> "Waiting";
            case REPLAYED -> "Replayed";
            case DISCARDED -> "Discarded";
        };
    }

    /** The way to the other pages. */
    public Pagination pagination() {
        return Pagination.of(page, pages, number -> path + "?state=" + state + "&page=" + number);
    }
}
