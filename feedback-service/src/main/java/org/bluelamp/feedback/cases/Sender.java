package org.bluelamp.feedback.cases;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bluelamp.feedback.submission.Reference;
import org.bluelamp.feedback.submission.SubmissionKey;
import org.bluelamp.feedback.wording.WatchedWords;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the sender of a case can see and do, who is known by their link and by nothing else. */
@Service
public class Sender {

    /** How often a sender can write about one case: more is a conversation, for which there is the telephone. */
    public static final int MOST_REPLIES = 20;

    private final Cases cases;
    private final WatchedWords words;
    private final DangerCalls calls;
    private final Clock clock;

    Sender(Cases cases, WatchedWords words, DangerCalls calls, Clock clock) {
        this.cases = cases;
        this.words = words;
        this.calls = calls;
        this.clock = clock;
    }

    /** Where a case stands whose answer is another one's too. */
    public enum Together {
        /** All who are answered together wait. */
        WAITING,
        /** They have an answer. */
        ANSWERED,
        /** The other one was closed, and nothing was written to those who joined. */
        OVER
    }

    /**
     * What the sender of a case sees.
     *
     * @param held the case
     * @param together where it stands if it is answered with another one; null if it is not
     * @param said what the team told them, what they wrote afterwards, and that another team answers, without the reason;
     *     oldest first
     * @param parts parts of the case that are answered by themselves, with what was said about each
     */
    public record Followed(Case held, @Nullable Together together, List<Entry> said, List<Part> parts) {}

    /**
     * A part of a case that is answered by itself.
     *
     * @param held the part
     * @param together where it stands if it is answered with another case; null if it is not
     * @param said what the team told about it
     */
    public record Part(Case held, @Nullable Together together, List<Entry> said) {}

    /** What a link opens; empty when it opens nothing. */
    @Transactional(readOnly = true)
    public Optional<Followed> follow(CaseLink link) {
        return find(link)
                .map(held -> new Followed(
                        held,
                        together(held),
                        said(held),
                        cases.parts(held).stream()
                                .map(part -> new Part(part, together(part), said(part)))
                                .toList()));
    }

    private @Nullable Together together(Case held) {
        if (!(held instanceof Closed closed) || closed.reason() != Closing.MERGED) {
            return null;
        }
        if (cases.together(held).stream()
                .anyMatch(entry ->
                        entry.kind() == Entry.Kind.ANSWER && !entry.writtenAt().isBefore(closed.closedAt()))) {
            return Together.ANSWERED;
        }
        @Nullable Reference into = held.matter().ties().mergedInto();
        boolean waits = into != null && cases.find(into).orElse(null) instanceof Waiting;
        return waits ? Together.WAITING : Together.OVER;
    }

    /** With what it was answered elsewhere since it was merged, and where it went then. */
    private List<Entry> said(Case held) {
        Stream<Entry> own = cases.entries(held).stream()
                .filter(entry -> entry.kind().forSender() || entry.kind() == Entry.Kind.HAND_OVER);
        return Stream.concat(own, cases.together(held).stream())
                .map(Sender::shown)
                .sorted(Comparator.comparing(Entry::writtenAt))
                .toList();
    }

    /** Why a case was handed over is for colleagues. */
    private static Entry shown(Entry entry) {
        return entry.kind() == Entry.Kind.HAND_OVER ? entry.withoutWords() : entry;
    }

    /** What a sender can say after the case was opened. */
    public static List<Entry.Kind> ways(Case held, Instant now) {
        return switch (held) {
            case Waiting waiting ->
                held.matter().recourseAt() == null && waiting.overdueAt(now)
                        ? List.of(Entry.Kind.REPLY, Entry.Kind.RECOURSE)
                        : List.of(Entry.Kind.REPLY);
            case Answered _, Closed _ -> List.of(Entry.Kind.REPLY, Entry.Kind.NOT_SOLVED, Entry.Kind.RECOURSE);
        };
    }

    /** What came of writing. */
    public enum Outcome {
        /** It is kept. */
        KEPT,
        /** It was kept before: the same form, or the same words a moment ago. */
        KEPT_BEFORE,
        /** The sender has written as often as one can. */
        TOO_MANY,
        /** The case does not allow it any more: it was answered, or asked for already. */
        NOT_NOW
    }

    /**
     * Keeps what a sender wrote, once per form and once for the same words within minutes. What was answered or closed
     * waits for an answer anew, with a new promise of 72 hours; a supervisor answers where one is asked for. What speaks of
     * danger is with nobody until somebody has taken it anew, whoever held the case: they may be away.
     *
     * @param kind one of {@link #ways}
     * @return empty when the link opens nothing
     */
    @Transactional
    public Optional<Outcome> write(CaseLink link, Entry.Kind kind, String text, String formToken) {
        find(link).ifPresent(held -> cases.lock(held.reference()));
        return find(link).map(held -> write(held, kind, text, formToken));
    }

    private Outcome write(Case held, Entry.Kind kind, String text, String formToken) {
        Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        SubmissionKey key = SubmissionKey.ofNote(formToken, held.reference(), "sender" + kind + text);
        Entry entry = new Entry(kind, text, null, null, null, at);
        if (cases.written(key) || cases.writtenJustNow(held, entry, null)) {
            return Outcome.KEPT_BEFORE;
        }
        if (cases.replies(held) >= MOST_REPLIES) {
            return Outcome.TOO_MANY;
        }
        if (!ways(held, at).contains(kind)) {
            return Outcome.NOT_NOW;
        }
        if (!cases.write(held, entry, null, key)) {
            return Outcome.KEPT_BEFORE;
        }
        Waiting asked = switch (held) {
            case Waiting waiting -> waiting;
            case Answered answered -> answered.askAgain(at);
            case Closed closed -> closed.askAgain(at);
        };
        if (kind == Entry.Kind.RECOURSE) {
            asked = changed(asked, held, asked.matter().withRecourse(at));
        }
        boolean danger = words.look(text).threat();
        if (danger) {
            asked = changed(asked, held, asked.matter().inDanger());
        }
        if (asked != held) {
            cases.replace(held, asked, at);
        }
        if (danger) {
            cases.inDanger(held, at);
            calls.tell(held.reference());
        }
        return Outcome.KEPT;
    }

    /** The version rises by one with all that one form changes. */
    private static Waiting changed(Waiting asked, Case before, Matter changed) {
        if (asked == before) {
            return asked.with(changed);
        }
        return switch (asked) {
            case Received received -> new Received(changed, received.askedAt(), received.version());
            case Reopened reopened ->
                new Reopened(changed, reopened.answeredAt(), reopened.askedAt(), reopened.version());
        };
    }

    private Optional<Case> find(CaseLink link) {
        return link.shaped() ? cases.find(link) : Optional.empty();
    }
}
