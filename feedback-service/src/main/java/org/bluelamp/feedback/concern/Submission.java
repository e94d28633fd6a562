package org.bluelamp.feedback.concern;

import java.util.Set;
import org.bluelamp.feedback.pin.Pin;
import org.bluelamp.feedback.submission.SubmissionKey;
import org.bluelamp.service.area.AreaCode;
import org.jspecify.annotations.Nullable;

/**
 * What a resident tells us, found to be in order; only {@link Draft#check} makes one.
 *
 * @param area the neighbourhood it is about
 * @param themes codes of themes, at least one
 * @param text what is happening, as typed, 1 to {@value Draft#LONGEST_TEXT} characters
 * @param place where, as typed; may be empty
 * @param times when, as typed; may be empty
 * @param effect how much it affects the resident
 * @param pin where on the map; null when nothing was marked
 */
public record Submission(
        AreaCode area,
        Set<String> themes,
        String text,
        String place,
        String times,
        Effect effect,
        @Nullable Pin pin) {

    /** What it says, as a digest. */
    public String content() {
        String words = SubmissionKey.digest(area.value(), String.join(",", themes), text, place, times, effect.code());
        return pin == null ? words : SubmissionKey.digest(words, pin.latitude(), pin.longitude());
    }

    /** Says nothing of what the resident wrote, so that it cannot reach a log by accident. */
    @Override
    public String toString() {
        return "Submission[" + area + "]";
    }
}
