package org.bluelamp.alerts.alert.web;

import java.util.Arrays;
import java.util.Locale;
import org.bluelamp.web.govuk.NotificationBanner;
import org.jspecify.annotations.Nullable;

/** What has just been done with an alert, told on the page that follows. */
enum Done {
    SAVED("Alert saved. Nothing was sent yet"),
    DISCARDED("The draft was thrown away"),
    SUBMITTED("Sent for approval. A second person has to read and send it"),
    SENT_BACK("Given back to who wrote it"),
    ISSUED("The alert is on its way"),
    PROPOSED("The update is saved. A second person has to read and send it"),
    UPDATED("The update is on its way to those who got the alert"),
    DROPPED("The update was thrown away. Nothing was sent"),
    PAUSED("The emails that are not sent yet wait until somebody goes on"),
    RESUMED("The emails go on where they were"),
    CANCELLED("The alert is called back, and those who got it are told"),
    TESTED("The test is sent"),
    NOTHING("Nothing was done: somebody changed this alert after you opened it. Read it again");

    private final String sentence;

    Done(String sentence) {
        this.sentence = sentence;
    }

    /** The address that tells it. */
    String at(String path) {
        return path + "?done=" + code();
    }

    static @Nullable NotificationBanner banner(@Nullable String code) {
        return Arrays.stream(values())
                .filter(done -> done.code().equals(code))
                .findFirst()
                .map(done -> done == NOTHING
                        ? new NotificationBanner(done.sentence)
                        : NotificationBanner.success(done.sentence))
                .orElse(null);
    }

    private String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
