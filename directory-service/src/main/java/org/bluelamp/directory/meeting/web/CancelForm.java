package org.bluelamp.directory.meeting.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * The form in which staff cancel a meeting or one date of it.
 *
 * @param version of the meeting that the person had before them
 * @param date the day, as 2027-05-04; empty for all of it
 * @param reason what residents are told
 */
record CancelForm(
        long version,
        String date,

        @NotBlank(message = "Enter why, so that residents know")
        @Size(max = 300, message = "Why must be 300 characters or fewer")
        String reason) {

    CancelForm {
        date = date == null ? "" : date.strip();
        reason = reason == null ? "" : reason.strip();
    }
}
