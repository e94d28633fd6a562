package org.bluelamp.directory.scorecard;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bluelamp.directory.meeting.Occurrence;
import org.bluelamp.directory.priority.Priority;
import org.bluelamp.directory.team.Member;
import org.bluelamp.directory.team.Team;
import org.bluelamp.web.page.LondonTime;
import org.jspecify.annotations.Nullable;

/** The rules by which promises are marked, as {@link Promise} says them. */
final class Marking {

    /** Of a hundred answers, how many must come in time. */
    static final int IN_TIME_OF_100 = 95;

    /** Of fewer people than this no number is told: one could be known by when it rises. */
    private static final int FEWEST = 5;

    /** Figures are told each day; older ones say nothing of today. */
    private static final Duration FRESH = Duration.ofDays(3);

    private Marking() {}

    static Marked contact(@Nullable Team team) {
        if (team == null) {
            return new Marked(Promise.CONTACT, Mark.NOT_KEPT, List.of("Nobody has told us of a team."));
        }
        Optional<Member> named =
                team.members().stream().filter(Member::namedContact).findFirst();
        if (named.isEmpty()) {
            return new Marked(Promise.CONTACT, Mark.NOT_KEPT, List.of("No officer is named."));
        }
        boolean reachable = !named.get().contact().isEmpty() || team.email() != null || team.telephone() != null;
        return new Marked(
                Promise.CONTACT,
                reachable ? Mark.KEPT : Mark.NOT_KEPT,
                List.of(
                        named.get().title() + " is named.",
                        reachable
                                ? "There is an email address or a telephone number."
                                : "There is neither an email address nor a telephone number."));
    }

    static Marked priorities(List<Priority> priorities, LocalDate today) {
        if (priorities.isEmpty()) {
            return new Marked(Promise.PRIORITIES, Mark.NOT_KEPT, List.of("No priority is set."));
        }
        List<String> numbers = new ArrayList<>();
        long fresh = priorities.stream().filter(one -> one.freshOn(today)).count();
        numbers.add("%d of %s set or reviewed less than three months ago."
                .formatted(fresh, priorities.size() == 1 ? "1 priority was" : priorities.size() + " priorities were"));
        priorities.forEach(one -> numbers.add("“%s”: %s on %s."
                .formatted(one.issue(), one.reviewed() ? "reviewed" : "set", LondonTime.day(one.reviewedOn()))));
        return new Marked(Promise.PRIORITIES, fresh == priorities.size() ? Mark.KEPT : Mark.NOT_KEPT, numbers);
    }

    /** What few people asked or answered is not told as a number, and the day is told without the time. */
    static Marked answers(@Nullable AnswersMeasured told, Instant now) {
        if (told == null) {
            return new Marked(Promise.ANSWERS, Mark.UNKNOWN, List.of("No figures have reached this page."));
        }
        String day = LondonTime.day(told.measuredAt());
        if (told.measuredAt().plus(FRESH).isBefore(now)) {
            return new Marked(
                    Promise.ANSWERS,
                    Mark.UNKNOWN,
                    List.of("No figures have reached this page since " + day + ", so it cannot say how this is kept."));
        }
        int answered = told.answeredInTime() + told.answeredLate();
        boolean kept = told.overdue() == 0 && 100L * told.answeredInTime() >= (long) IN_TIME_OF_100 * answered;
        List<String> numbers = new ArrayList<>();
        numbers.add("In %d days %s contacts arrived.".formatted(told.days(), few(told.received())));
        numbers.add(inTime(told.answeredInTime(), answered));
        numbers.add(
                told.waiting() < FEWEST
                        ? few(told.waiting(), "contacts wait at present.")
                        : "%,d wait at present, %s of them longer than 72 hours."
                                .formatted(told.waiting(), few(told.overdue())));
        if (told.medianHours() != null && answered >= FEWEST) {
            numbers.add("Half of the answers came within %s.".formatted(counted(told.medianHours(), "hour", "hours")));
        }
        if (told.overdue() > 0) {
            numbers.add("Not kept while somebody waits longer than 72 hours.");
        } else if (!kept) {
            numbers.add("Not kept because too many answers came late.");
        }
        numbers.add("Counted on " + day + ".");
        boolean asked = told.received() + answered + told.waiting() > 0;
        return new Marked(Promise.ANSWERS, asked ? kept ? Mark.KEPT : Mark.NOT_KEPT : Mark.NOBODY_ASKED, numbers);
    }

    private static String inTime(int inTime, int answered) {
        if (answered < FEWEST) {
            return few(answered, "answers were given.");
        }
        int late = answered - inTime;
        return late == 0 || late >= FEWEST && inTime >= FEWEST
                ? "%,d of %,d answers came within 72 hours.".formatted(inTime, answered)
                : late < FEWEST
                        ? "All but fewer than %d of %,d answers came within 72 hours.".formatted(FEWEST, answered)
                        : "%s %,d answers came within 72 hours."
                                .formatted(inTime == 0 ? "None of" : few(inTime, "of"), answered);
    }

    private static String few(int number) {
        return number == 0 || number >= FEWEST ? "%,d".formatted(number) : "fewer than " + FEWEST;
    }

    private static String few(int number, String what) {
        return number == 0 ? "No " + what : "Fewer than " + FEWEST + " " + what;
    }

    /** @param dates those of three months before and after, that take place, in order */
    static Marked meetings(List<Occurrence> dates, Instant now) {
        List<Occurrence> held =
                dates.stream().filter(date -> !date.overAt().isAfter(now)).toList();
        Optional<Occurrence> next =
                dates.stream().filter(date -> date.startsAt().isAfter(now)).findFirst();
        return new Marked(
                Promise.MEETINGS,
                !held.isEmpty() && next.isPresent() ? Mark.KEPT : Mark.NOT_KEPT,
                List.of(
                        held.isEmpty()
                                ? "None took place in the last three months."
                                : "%s in the last three months, the last on %s."
                                        .formatted(
                                                counted(held.size(), "took place", "took place"),
                                                LondonTime.day(held.getLast().startsAt())),
                        next.map(date -> "The next is on " + LondonTime.day(date.startsAt()) + ".")
                                .orElse("None is announced for the next three months.")));
    }

    private static String counted(int number, String one, String many) {
        return number == 1 ? "1 " + one : "%,d %s".formatted(number, many);
    }
}
