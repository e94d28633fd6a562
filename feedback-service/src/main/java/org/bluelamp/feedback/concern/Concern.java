package org.bluelamp.feedback.concern;

import java.time.Instant;
import java.util.List;
import org.bluelamp.feedback.pin.Pin;
import org.bluelamp.feedback.submission.Reference;
import org.bluelamp.feedback.submission.SetAside;
import org.bluelamp.feedback.submission.Typed;
import org.bluelamp.feedback.support.Backing;
import org.bluelamp.service.area.AreaCode;
import org.jspecify.annotations.Nullable;

/**
 * What a resident told us, as staff see it.
 *
 * @param reference how to speak of it
 * @param area the neighbourhood it is about
 * @param areaName the neighbourhood's name; its code while the name has not been heard of
 * @param themes names of the themes, in the list's order
 * @param text what is happening, as typed
 * @param place where; may be empty
 * @param times when; may be empty
 * @param effect how much it affects the resident
 * @param state where it stands
 * @param setAside why it is kept out of the working list; null for nearly all
 * @param receivedAt when it arrived
 * @param pin where on the map; null when nothing was marked
 * @param photo whether there is a photo of it
 * @param backing how many support it
 */
public record Concern(
        Reference reference,
        AreaCode area,
        String areaName,
        List<String> themes,
        String text,
        String place,
        String times,
        Effect effect,
        State state,
        @Nullable SetAside setAside,
        Instant receivedAt,
        @Nullable Pin pin,
        boolean photo,
        Backing backing) {

    /** The beginning of the text on one line, for a list; with an ellipsis when there is more. */
    public String beginning() {
        return Typed.beginning(text, 140);
    }

    /** Says nothing of what the resident wrote, so that it cannot reach a log by accident. */
    @Override
    public String toString() {
        return "Concern[" + reference + "]";
    }

    /**
     * What a member of staff wrote about a concern, for staff.
     *
     * @param author the person's name
     * @param text what they wrote
     * @param writtenAt when
     */
    public record Note(String author, String text, Instant writtenAt) {}
}
