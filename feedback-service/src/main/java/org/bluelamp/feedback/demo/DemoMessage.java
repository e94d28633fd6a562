package org.bluelamp.feedback.demo;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.UUID;
import org.bluelamp.feedback.cases.ContactDraft;
import org.bluelamp.feedback.cases.Kind;
import org.bluelamp.service.area.AreaCode;
import org.jspecify.annotations.Nullable;

/**
 * An invented message to a team, as the demo's file holds it.
 *
 * @param key its stable key, so that it is sent once however often the demo is loaded
 * @param area code of the neighbourhood
 * @param hoursAgo how many hours before the demo's start it arrived
 * @param message what it says
 * @param mail an address that cannot exist; null for none
 * @param telephone a number kept for drama by the regulator; null for none
 * @param answer what the team answered; null when it has not
 */
record DemoMessage(
        String key,
        String area,
        int hoursAgo,
        String message,
        @Nullable String mail,
        @Nullable String telephone,
        @Nullable String answer) {

    ContactDraft draft() {
        return new ContactDraft(
                new AreaCode(area),
                Kind.MESSAGE,
                message,
                Objects.requireNonNullElse(mail, ""),
                Objects.requireNonNullElse(telephone, ""));
    }

    String token() {
        return UUID.nameUUIDFromBytes(("bluelamp demo message " + key).getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
