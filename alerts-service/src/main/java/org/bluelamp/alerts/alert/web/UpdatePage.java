package org.bluelamp.alerts.alert.web;

import java.util.List;
import org.bluelamp.web.form.SentForm;

/**
 * Asks before an update is sent.
 *
 * @param action where the form goes
 * @param fields what was typed, to go along
 * @param story what people will read
 * @param receivers how many get it by email, in words
 * @param alone whether it goes out at once; else somebody checks it first
 */
public record UpdatePage(String action, List<SentForm.Field> fields, StoryPart story, String receivers, boolean alone) {

    public UpdatePage {
        fields = List.copyOf(fields);
    }
}
