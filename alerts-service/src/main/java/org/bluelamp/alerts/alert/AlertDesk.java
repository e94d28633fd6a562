package org.bluelamp.alerts.alert;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.bluelamp.alerts.delivery.Progress;
import org.bluelamp.alerts.delivery.Way;
import org.bluelamp.messaging.Outbox;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.service.audit.AuditTrail;
import org.bluelamp.service.security.Role;
import org.bluelamp.service.security.StaffMember;
import org.bluelamp.web.page.LondonTime;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where staff write, approve, send, update and call back alerts. Each deed is one transaction: the alert, the deliveries
 * to its people, the event that tells the other services and the line in the audit trail.
 *
 * <p>Whoever writes is an officer or an editor in every area that the alert is for and in the area of the team that
 * sends it. Whoever approves is one too or, where many are reached, an approver.
 *
 * <p>Every deed on an alert that exists throws {@link StaleAlertException} when the version given is not the present one
 * or its state does not allow it, and {@link AccessDeniedException} when the person may not. Sending throws
 * {@link ApprovalNeededException} when somebody else has to do it, and {@link IllegalArgumentException} when the alert
 * is over before it would go out or a blank of its template is not filled in.
 */
@Service
public class AlertDesk {

    private static final List<Role> SENDERS = List.of(Role.OFFICER, Role.EDITOR);
    private static final int MOST_AWAITING = 50;

    private static final List<Role> READERS = List.of(Role.OFFICER, Role.EDITOR, Role.APPROVER, Role.ADMINISTRATOR);

    private final Alerts alerts;
    private final Audience audience;
    private final ApprovalSettings approval;
    private final ApprovalCalls calls;
    private final AlertSenders senders;
    private final Outbox outbox;
    private final List<AlertListener> listeners;
    private final AuditTrail audit;
    private final Clock clock;

    /** A desk whose deeds happen at the clock's time, to the millisecond: what events carry exactly. */
    AlertDesk(
            Alerts alerts,
            Audience audience,
            ApprovalSettings approval,
            ApprovalCalls calls,
            AlertSenders senders,
            Outbox outbox,
            List<AlertListener> listeners,
            AuditTrail audit,
            Clock clock) {
        this.alerts = alerts;
        this.audience = audience;
        this.approval = approval;
        this.calls = calls;
        this.senders = senders;
        this.outbox = outbox;
        this.listeners = listeners;
        this.audit = audit;
        this.clock = Clock.tick(clock, Duration.ofMillis(1));
    }

    /** The same desk at another time, for what is to have happened then; its caller opens the transactions. */
    public AlertDesk at(Clock then) {
        return new AlertDesk(alerts, audience, approval, calls, senders, outbox, listeners, audit, then);
    }

    /** Whether the person may send alerts to the area, and in its team's name. */
    public static boolean maySend(StaffMember who, AreaCode area) {
        return SENDERS.stream().anyMatch(role -> who.may(role, area));
    }

    /**
     * Begins an alert as a draft.
     *
     * @throws org.springframework.dao.DuplicateKeyException when there is one of that id
     */
    @Transactional
    public Draft write(StaffMember who, AlertId id, Content content) {
        requireSender(who, content);
        var year = LondonTime.date(clock.instant()).getYear();
        var draft = Draft.write(id, alerts.nextReference(content.sender(), year), content, person(who), clock);
        alerts.add(draft);
        audit.record(who, "alert.written", draft.reference().value(), "");
        return draft;
    }

    /** Changes the words of an alert that was not sent yet. */
    @Transactional
    public Unsent rewrite(StaffMember who, AlertId id, long version, Content content) {
        var before = current(who, id, version);
        requireSender(who, before.content());
        requireSender(who, content);
        Unsent after = switch (before) {
            case Draft draft -> draft.rewrite(content, person(who), clock);
            case AwaitingApproval awaiting -> awaiting.rewrite(content, person(who), clock);
            case Sent _ -> throw new StaleAlertException(id);
        };
        alerts.replace(after);
        audit.record(who, "alert.rewritten", after.reference().value(), "");
        return after;
    }

    /** Throws a draft away for good. What was given to a second person or sent stays. */
    @Transactional
    public void discard(StaffMember who, AlertId id, long version) {
        if (!(current(who, id, version) instanceof Draft draft)) {
            throw new StaleAlertException(id);
        }
        requireSender(who, draft.content());
        alerts.remove(draft);
        audit.record(who, "alert.discarded", draft.reference().value(), "");
    }

    /** Gives a draft to a second person. */
    @Transactional
    public AwaitingApproval submit(StaffMember who, AlertId id, long version) {
        if (!(current(who, id, version) instanceof Draft draft)) {
            throw new StaleAlertException(id);
        }
        requireSender(who, draft.content());
        requireReady(draft.content());
        var submitted = draft.submit(audience.estimate(draft.content()).reach(), person(who), clock);
        alerts.replace(submitted);
        calls.call(submitted.id());
        audit.record(who, "alert.submitted", submitted.reference().value(), "");
        return submitted;
    }

    /** Gives an alert back to who wrote it. */
    @Transactional
    public Draft sendBack(StaffMember who, AlertId id, long version) {
        if (!(current(who, id, version) instanceof AwaitingApproval awaiting)) {
            throw new StaleAlertException(id);
        }
        requireAny(who, awaiting.content(), List.of(Role.OFFICER, Role.EDITOR, Role.APPROVER));
        var draft = awaiting.sendBack();
        alerts.replace(draft);
        audit.record(who, "alert.sent-back", draft.reference().value(), "");
        return draft;
    }

    /** Sends an alert: a draft alone, or what another person wrote. */
    @Transactional
    public Issued issue(StaffMember who, AlertId id, long version) {
        var before = current(who, id, version);
        requireReady(before.content());
        var needed = approval.needed(
                before.content().target(), audience.estimate(before.content()).reach());
        var issued = switch (before) {
            case Draft draft -> {
                requireSender(who, draft.content());
                if (needed != Approval.ALONE) {
                    throw new ApprovalNeededException(needed.sentence());
                }
                yield draft.issue(person(who), clock);
            }
            case AwaitingApproval awaiting -> {
                requireApprover(who, awaiting.content(), needed);
                yield awaiting.issue(person(who), clock);
            }
            case Sent _ -> throw new StaleAlertException(id);
        };
        alerts.replace(issued);
        audience.tell(issued.messages().first());
        tell(issued);
        audit.record(who, "alert.issued", issued.reference().value(), "");
        return issued;
    }

    /** Changes the words of a live alert for those who got it; where many did, the update waits for a second person. */
    @Transactional
    public Issued update(StaffMember who, AlertId id, long version, Content content) {
        if (!(current(who, id, version) instanceof Issued before)) {
            throw new StaleAlertException(id);
        }
        requireSender(who, before.content());
        requireReady(content);
        if (approval.needed(before.content().target(), audience.receivers(before.messages())) != Approval.ALONE) {
            var proposed = before.propose(content, person(who), clock);
            alerts.replace(proposed);
            calls.call(proposed.id());
            audit.record(who, "alert.update-proposed", proposed.reference().value(), "");
            return proposed;
        }
        return send(who, before.update(content, person(who), clock));
    }

    /** Sends an update that another person wrote. */
    @Transactional
    public Issued approveUpdate(StaffMember who, AlertId id, long version) {
        if (!(current(who, id, version) instanceof Issued before)) {
            throw new StaleAlertException(id);
        }
        var proposal = before.proposal().orElseThrow(() -> new StaleAlertException(id));
        requireApprover(
                who,
                before.content(),
                approval.needed(before.content().target(), audience.receivers(before.messages())));
        if (!proposal.mayBeApprovedBy(who.id())) {
            throw new ApprovalNeededException("You wrote this update, so someone else has to check and send it");
        }
        requireReady(proposal.content());
        return send(who, before.update(proposal.content(), person(who), clock));
    }

    /** Throws away an update that waits. */
    @Transactional
    public Issued dropUpdate(StaffMember who, AlertId id, long version) {
        if (!(current(who, id, version) instanceof Issued before)
                || before.proposal().isEmpty()) {
            throw new StaleAlertException(id);
        }
        requireAny(who, before.content(), List.of(Role.OFFICER, Role.EDITOR, Role.APPROVER));
        var after = before.drop();
        alerts.replace(after);
        audit.record(who, "alert.update-dropped", after.reference().value(), "");
        return after;
    }

    /** Calls a live alert back and tells those who got it. One person can do that, whatever its reach. */
    @Transactional
    public Cancelled cancel(StaffMember who, AlertId id, long version, String reason) {
        if (!(current(who, id, version) instanceof Issued before)) {
            throw new StaleAlertException(id);
        }
        requireAny(who, before.content(), List.of(Role.OFFICER, Role.EDITOR, Role.APPROVER));
        var cancelled = before.cancel(reason, person(who), clock);
        alerts.replace(cancelled);
        audience.tellAgain(cancelled.messages());
        tell(cancelled);
        audit.record(who, "alert.cancelled", cancelled.reference().value(), cancelled.reason());
        return cancelled;
    }

    /** Stops the emails of a live alert's latest message where they are, for whoever may call it back. */
    @Transactional
    public Issued pause(StaffMember who, AlertId id) {
        var issued = inHand(who, id);
        audience.pause(issued.messages());
        audit.record(who, "alert.paused", issued.reference().value(), "");
        return issued;
    }

    /** Goes on with the emails of a live alert's latest message. */
    @Transactional
    public Issued resume(StaffMember who, AlertId id) {
        var issued = inHand(who, id);
        audience.resume(issued.messages());
        audit.record(who, "alert.resumed", issued.reference().value(), "");
        return issued;
    }

    private Issued inHand(StaffMember who, AlertId id) {
        if (!(open(who, id) instanceof Issued issued)) {
            throw new StaleAlertException(id);
        }
        requireAny(who, issued.content(), List.of(Role.OFFICER, Role.EDITOR, Role.APPROVER));
        return issued;
    }

    /** The live alerts whose time is over. */
    List<AlertId> over() {
        return alerts.over(clock.instant());
    }

    /** Ends an alert whose time is over; nothing when it is not, or another replica has it in hand. */
    @Transactional
    public void expire(AlertId id) {
        if (alerts.claim(id).orElse(null) instanceof Issued issued
                && !issued.content().expires().isAfter(clock.instant())) {
            var expired = issued.expire(clock);
            alerts.replace(expired);
            audience.takeBack(expired.messages());
            tell(expired);
            var by = expired.messages().latest().by();
            audit.record(
                    new StaffMember(by.id(), by.name(), Set.of(), Set.of()),
                    "alert.expired",
                    expired.reference().value(),
                    "");
        }
    }

    /**
     * An alert for staff of one of its areas.
     *
     * @throws NoSuchAlertException when there is none
     */
    @Transactional(readOnly = true)
    public Alert open(StaffMember who, AlertId id) {
        var alert = alerts.find(id).orElseThrow(() -> new NoSuchAlertException(id));
        if (!mayRead(who, alert)) {
            throw new AccessDeniedException(who.name() + " has no part in alert " + alert.reference());
        }
        return alert;
    }

    /**
     * A sent alert whose text for people without internet somebody takes along; who does stands in the audit trail.
     *
     * @param text what is taken, {@code letter} or {@code voice}
     * @return empty when it was not sent
     */
    @Transactional
    public Optional<Sent> take(StaffMember who, AlertId id, String text) {
        if (!(open(who, id) instanceof Sent sent)) {
            return Optional.empty();
        }
        audit.record(who, "alert." + text + "-taken", sent.reference().value(), "");
        return Optional.of(sent);
    }

    /** Staff of one of its areas, or of its team's; once it was sent, also staff within them, whom it concerns. */
    private static boolean mayRead(StaffMember who, Alert alert) {
        return areas(alert.content()).anyMatch(area -> READERS.stream().anyMatch(role -> who.may(role, area)))
                || alert instanceof Sent
                        && READERS.stream().anyMatch(who.roles()::contains)
                        && areas(alert.content())
                                .anyMatch(area -> who.areas().stream().anyMatch(area::covers));
    }

    /** How many people a content would reach now. */
    @Transactional(readOnly = true)
    public Estimate estimate(Content content) {
        return audience.estimate(content);
    }

    /** How many people an update of the alert would go to. */
    @Transactional(readOnly = true)
    public int receivers(Sent alert) {
        return audience.receivers(alert.messages());
    }

    /** How far the emails of each message are, by its identifier. */
    @Transactional(readOnly = true)
    public Map<String, Progress> progress(Sent alert) {
        return audience.progress(alert.messages(), Way.MAIL);
    }

    /** How far the text messages of each message are, by its identifier. */
    @Transactional(readOnly = true)
    public Map<String, Progress> textProgress(Sent alert) {
        return audience.progress(alert.messages(), Way.SMS);
    }

    /** How far the notifications of each message are, by its identifier. */
    @Transactional(readOnly = true)
    public Map<String, Progress> pushProgress(Sent alert) {
        return audience.progress(alert.messages(), Way.PUSH);
    }

    /** Who has to agree to what is for these areas and reaches so many. */
    public Approval needed(Target target, int reach) {
        return approval.needed(target, reach);
    }

    /** Whether the person may write the alert's words: an officer or editor in all its areas. */
    public boolean mayWrite(StaffMember who, Content content) {
        return areas(content).allMatch(area -> maySend(who, area));
    }

    /** Whether the person may agree to what needs so much. */
    public boolean mayApprove(StaffMember who, Content content, Approval needed) {
        var roles = needed == Approval.APPROVER
                ? List.of(Role.APPROVER)
                : List.of(Role.OFFICER, Role.EDITOR, Role.APPROVER);
        return has(who, content.target().areas(), roles);
    }

    /**
     * What keeps the person from sending an alert that waits, or its update that does, in a sentence; empty when nothing
     * does.
     *
     * @param reach how many people it goes to
     */
    public Optional<String> obstacle(StaffMember who, Alert alert, int reach) {
        if (isOwn(who, alert)) {
            return Optional.of("You wrote or changed this, so someone else has to check and send it.");
        }
        var needed = neededToCheck(alert, reach);
        return mayApprove(who, alert.content(), needed) ? Optional.empty() : Optional.of(needed.sentence());
    }

    /** What was given to somebody else to check is checked, however few it reaches. */
    private Approval neededToCheck(Alert alert, int reach) {
        var needed = needed(alert.content().target(), reach);
        return needed == Approval.ALONE ? Approval.SECOND_PERSON : needed;
    }

    private static boolean isOwn(StaffMember who, Alert alert) {
        return switch (alert) {
            case AwaitingApproval awaiting -> !awaiting.mayBeApprovedBy(who.id());
            case Issued issued ->
                issued.proposal()
                        .filter(proposal -> !proposal.mayBeApprovedBy(who.id()))
                        .isPresent();
            default -> false;
        };
    }

    /** How many alerts, and updates of some, wait for the person to read and send them; of the oldest so many. */
    @Transactional(readOnly = true)
    public long awaiting(StaffMember who) {
        return alerts.awaiting(who.areas(), MOST_AWAITING).stream()
                .filter(alert -> !isOwn(who, alert))
                .filter(alert -> obstacle(who, alert, reach(alert)).isEmpty())
                .count();
    }

    /** What waits of an alert; empty when nothing does, or when it is over. */
    @Transactional(readOnly = true)
    Optional<Waiting> waiting(AlertId id) {
        return alerts.find(id)
                .flatMap(alert -> toCheck(alert)
                        .filter(content -> content.expires().isAfter(clock.instant()))
                        .map(content -> waiting(alert, content)));
    }

    private Waiting waiting(Alert alert, Content content) {
        var reach = reach(alert);
        return new Waiting(alert, content, reach, neededToCheck(alert, reach));
    }

    private static Optional<Content> toCheck(Alert alert) {
        return switch (alert) {
            case AwaitingApproval awaiting -> Optional.of(awaiting.content());
            case Issued issued -> issued.proposal().map(Proposal::content);
            default -> Optional.empty();
        };
    }

    private int reach(Alert alert) {
        return switch (alert) {
            case AwaitingApproval awaiting -> awaiting.submission().reach();
            case Sent sent -> audience.receivers(sent.messages());
            case Draft draft -> audience.estimate(draft.content()).reach();
        };
    }

    private Issued send(StaffMember who, Issued updated) {
        alerts.replace(updated);
        audience.tellAgain(updated.messages());
        tell(updated);
        audit.record(who, "alert.updated", updated.reference().value(), "");
        return updated;
    }

    private void tell(Sent alert) {
        outbox.append(AlertTold.event(alert, senders.name(alert.content().sender())));
        listeners.forEach(listener -> listener.changed(alert));
    }

    private Alert current(StaffMember who, AlertId id, long version) {
        var alert = open(who, id);
        if (alert.version() != version) {
            throw new StaleAlertException(id);
        }
        return alert;
    }

    private void requireReady(Content content) {
        if (!content.blanks().isEmpty()) {
            throw new IllegalArgumentException("Fill in " + String.join(", ", content.blanks()) + " first");
        }
        if (!content.expires().isAfter(clock.instant())) {
            throw new IllegalArgumentException(
                    "The alert is over by then: it ends on " + LondonTime.minute(content.expires()));
        }
    }

    private void requireSender(StaffMember who, Content content) {
        if (!mayWrite(who, content)) {
            throw new AccessDeniedException(who.name() + " may not send alerts to all of "
                    + content.target().areas());
        }
    }

    private void requireApprover(StaffMember who, Content content, Approval needed) {
        if (!mayApprove(who, content, Approval.ALONE)) {
            throw new AccessDeniedException(who.name() + " may not approve alerts to all of "
                    + content.target().areas());
        }
        if (!mayApprove(who, content, needed)) {
            throw new ApprovalNeededException(needed.sentence());
        }
    }

    private static void requireAny(StaffMember who, Content content, List<Role> roles) {
        if (!has(who, content.target().areas(), roles)) {
            throw new AccessDeniedException(who.name() + " has none of " + roles + " in "
                    + content.target().areas());
        }
    }

    private static boolean has(StaffMember who, Collection<AreaCode> areas, List<Role> roles) {
        return areas.stream().allMatch(area -> roles.stream().anyMatch(role -> who.may(role, area)));
    }

    private static Stream<AreaCode> areas(Content content) {
        return Stream.concat(content.target().areas().stream(), Stream.of(content.sender()));
    }

    private static Person person(StaffMember who) {
        return new Person(who.id(), who.name());
    }
}
