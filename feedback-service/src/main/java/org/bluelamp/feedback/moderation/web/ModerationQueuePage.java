package org.bluelamp.feedback.moderation.web;

import org.bluelamp.feedback.moderation.ModerationDesk;
import org.bluelamp.web.govuk.Pagination;

/**
 * The concerns of a person's areas by what was decided about showing them.
 *
 * @param state {@code waiting}, {@code public} or {@code kept-back}
 * @param queue the page of concerns
 */
public record ModerationQueuePage(String state, ModerationDesk.Queue queue) {

    /** The way through the pages. */
    public Pagination pagination() {
        return Pagination.of(
                queue.number(),
                queue.pages(),
                number -> ModerationController.PATH + "?state=" + state + "&page=" + number);
    }

    /** How many there are, in words. */
    public String count() {
        String what = switch (state) {
            case "public" -> "shown to everybody";
            case "kept-back" -> "kept back";
            default -> "to decide about";
        };
        return queue.total() == 0 ? "None " + what : "%,d %s".formatted(queue.total(), what);
    }
}
