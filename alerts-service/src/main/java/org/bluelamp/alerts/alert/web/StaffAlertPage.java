package org.bluelamp.alerts.alert.web;

import java.util.List;
import org.bluelamp.alerts.alert.AlertState;
import org.bluelamp.web.form.Form;
import org.bluelamp.web.govuk.SummaryList;
import org.bluelamp.web.govuk.Tag;
import org.jspecify.annotations.Nullable;

/**
 * An alert with all that staff know of it and can do with it.
 *
 * @param path of this page
 * @param publicPath of the page that everybody can read
 * @param version the version shown
 * @param can what the person may do
 * @param reach whom it would reach; null once it was sent
 * @param facts who did what when
 * @param story what it says
 * @param proposed what an update that waits would say; null when none does
 * @param sent what was sent, the latest first, and how it went
 * @param test the address for a test, as it was typed
 * @param testable whether tests can be sent
 */
public record StaffAlertPage(
        String path,
        String publicPath,
        AlertState state,
        Tag tag,
        long version,
        Can can,
        @Nullable ReachPart reach,
        List<SummaryList.Row> facts,
        StoryPart story,
        List<String> blanks,
        @Nullable Proposed proposed,
        List<SentMessage> sent,
        Form test,
        boolean testable) {

    /**
     * What the person may do now.
     *
     * @param why why not more, in a sentence; null when nothing is in the way
     */
    public record Can(
            boolean edit,
            boolean send,
            boolean submit,
            boolean sendBack,
            boolean update,
            boolean approveUpdate,
            boolean cancel,
            @Nullable String why) {

        static final Can NOTHING = new Can(false, false, false, false, false, false, false, null);

        static Can ofDraft(boolean writes, boolean alone) {
            return new Can(
                    writes,
                    writes && alone,
                    writes,
                    false,
                    false,
                    false,
                    false,
                    writes ? null : "You may not send alerts to all of its areas.");
        }

        static Can ofAwaiting(boolean writes, @Nullable String why) {
            var sends = why == null;
            return new Can(writes, sends, false, writes || sends, false, false, false, why);
        }

        static Can ofIssued(boolean writes, boolean cancels, boolean proposed, @Nullable String why) {
            return new Can(
                    false, false, false, false, writes && !proposed, proposed && why == null, writes || cancels, why);
        }
    }

    /** An update that waits. */
    public record Proposed(String who, String when, StoryPart story) {}

    /**
     * A message and how it went.
     *
     * @param progress of its emails
     * @param texts of its text messages
     * @param notifications of its notifications
     */
    public record SentMessage(
            String title,
            String when,
            String who,
            ProgressPart progress,
            ProgressPart texts,
            ProgressPart notifications) {}

    /** Whether anybody was to get a notification. */
    public boolean notified() {
        return sent.stream()
                .anyMatch(message -> !message.notifications().counts().isEmpty());
    }

    /** Whether anybody was to get a text message. */
    public boolean texted() {
        return sent.stream().anyMatch(message -> !message.texts().counts().isEmpty());
    }

    /** The facts as a list. */
    public SummaryList summary() {
        return new SummaryList(facts);
    }
}
