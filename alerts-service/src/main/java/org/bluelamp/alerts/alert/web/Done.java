package org.bluelamp.alerts.alert.web;

import java.util.Arrays;
import java.util.Locale;
import org.bluelamp.web.govuk.NotificationBanner;
import org.jspecify.annotations.Nullable;

/** What has just been done with an alert, told on the page that follows. */
enum Done {
    SAVED("Alert saved. Nothing was sent yet"),
    DISCARDED("The draft has been deleted"),
    SUBMITTED("Sent for approval. A second person has to check and send it"),
    SENT_BACK("Returned to the writer"),
    ISSUED("The alert is on its way"),
    PROPOSED("The update is saved. A second person has to check and send it"),
    UPDATED("The update is on its way to those who got the alert"),
    DROPPED("The update has been deleted. Nothing was sent"),
    PAUSED("Sending is paused. Emails that have not been sent will wait until someone resumes it"),
    RESUMED("Sending has resumed"),
    CANCELLED("The alert has been called back, and we are telling everyone who got it"),
    TESTED("The test has been sent"),
    NOTHING("We did not do that, because someone changed this alert after you opened it. Check it and try again");

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
