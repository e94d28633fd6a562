package org.bluelamp.feedback.priority.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.bluelamp.feedback.area.Area;
import org.bluelamp.feedback.priority.Aim;
import org.bluelamp.feedback.priority.Completed;
import org.bluelamp.feedback.priority.Continued;
import org.bluelamp.feedback.priority.Current;
import org.bluelamp.feedback.priority.Open;
import org.bluelamp.feedback.priority.Priorities;
import org.bluelamp.feedback.priority.Priority;
import org.bluelamp.feedback.priority.Replaced;
import org.bluelamp.feedback.priority.Review;
import org.bluelamp.feedback.priority.Withdrawn;
import org.bluelamp.web.govuk.SummaryList.Action;
import org.bluelamp.web.govuk.SummaryList.Row;
import org.bluelamp.web.page.LondonTime;
import org.jspecify.annotations.Nullable;

/**
 * One priority, for staff.
 *
 * @param priority the priority as it is now
 * @param area its neighbourhood
 * @param last who changed it last
 * @param mayLead whether the person may change and end it
 * @param mayWeigh whether the person may say which concerns led to it
 * @param today the day
 */
public record StaffPriorityPage(
        Priority priority, Area area, Priorities.LastChange last, boolean mayLead, boolean mayWeigh, LocalDate today) {

    /** Where the priority's pages are. */
    public String path() {
        return "/staff/feedback/priorities/" + priority.id();
    }

    /** Whether it is worked on and the person may change it. */
    public boolean open() {
        return mayLead && priority instanceof Current;
    }

    /** Whether it has to be reviewed. */
    public boolean due() {
        return priority instanceof Current current && !current.freshOn(today);
    }

    /** Whether it was taken back, so that residents see nothing of it. */
    public boolean withdrawn() {
        return priority instanceof Withdrawn;
    }

    /** What is known about it. */
    public List<Row> facts() {
        List<Row> facts = new ArrayList<>();
        facts.add(new Row("State", state()));
        facts.add(new Row("Why", priority.aim().why()));
        Aim.@Nullable Action action = priority.aim().action();
        facts.add(new Row("What the team does", action == null ? "Not decided yet" : action.text()));
        @Nullable Review review = priority.review();
        if (review != null) {
            facts.add(new Row("Progress", review.progress()));
        }
        facts.add(evidence());
        facts.add(new Row("Last change", last.name() + ", " + LondonTime.minute(last.at())));
        return facts;
    }

    private Row evidence() {
        int count = priority.undertaking().evidence();
        String words = count == 1 ? "1 concern" : "%,d concerns".formatted(count);
        return mayWeigh && open()
                ? new Row("Led to it", words, new Action("Change", path() + "/evidence", "which concerns led to it"))
                : new Row("Led to it", words);
    }

    private String state() {
        String since = "Set on " + LondonTime.day(priority.undertaking().setOn());
        return switch (priority) {
            case Open open -> since + ". Review it by " + LondonTime.day(dueOn(open));
            case Continued continued ->
                since + ", reviewed on " + LondonTime.day(continued.reviewedOn()) + ". Review it by "
                        + LondonTime.day(dueOn(continued));
            case Replaced replaced ->
                since + ", replaced on " + LondonTime.day(replaced.endedOn()) + ": " + replaced.reason();
            case Completed completed ->
                since + ", completed on " + LondonTime.day(completed.endedOn()) + ": " + completed.outcome();
            case Withdrawn withdrawn ->
                since + ", taken back on " + LondonTime.day(withdrawn.endedOn()) + ": " + withdrawn.reason();
        };
    }

    private static LocalDate dueOn(Current priority) {
        return priority.reviewedOn().plusMonths(Priority.FRESH_MONTHS);
    }
}
