package org.bluelamp.alerts.subscription.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.bluelamp.alerts.link.LinkPurpose;
import org.bluelamp.alerts.link.LinkReading;
import org.bluelamp.alerts.link.SignedLinks;
import org.bluelamp.alerts.subscription.SignUpSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Keeps simple programs from sending the sign-up form, without a puzzle for people: a field that is not seen must be
 * empty, and the form must have been open for a moment. Who is stopped is told so and can send the form again, so a
 * person with a fast hand or a busy password manager loses nothing.
 */
@Component
class FormWatch {

    private static final Duration OPEN_FOR = Duration.ofDays(1);
    private static final UUID NOBODY = new UUID(0, 0);

    private final SignedLinks links;
    private final SignUpSettings settings;
    private final Clock clock;

    FormWatch(SignedLinks links, SignUpSettings settings, Clock clock) {
        this.links = links;
        this.settings = settings;
        this.clock = clock;
    }

    /** What the form carries to tell when it was opened. */
    String open() {
        var now = clock.instant();
        return links.sign(LinkPurpose.FORM, NOBODY, Long.toString(now.toEpochMilli()), now.plus(OPEN_FOR));
    }

    /** Whether the form looks as if a program had sent it. */
    boolean doubts(@Nullable String opened, @Nullable String unseenField) {
        if (unseenField != null && !unseenField.isBlank()) {
            return true;
        }
        return switch (read(opened)) {
            case LinkReading.Valid form ->
                Instant.ofEpochMilli(Long.parseLong(form.scope()))
                        .plus(settings.leastTime())
                        .isAfter(clock.instant());
            // Ours, and open for longer than a day: a tab left overnight, and no program's haste.
            case LinkReading.Expired _ -> false;
            case LinkReading.Forged _ -> true;
        };
    }

    /** Whether a form was given that by us, within a day. */
    boolean isOurs(String opened) {
        return read(opened) instanceof LinkReading.Valid;
    }

    /** What a form that comes back carries: what it came with where that still counts, so that nobody waits twice. */
    String keep(@Nullable String opened) {
        return opened != null && read(opened) instanceof LinkReading.Valid ? opened : open();
    }

    private LinkReading read(@Nullable String opened) {
        return opened == null ? new LinkReading.Forged() : links.read(LinkPurpose.FORM, opened);
    }
}
