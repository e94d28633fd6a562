package org.bluelamp.feedback.cases;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.bluelamp.feedback.cases.ContactDraft.ContactMessage;
import org.bluelamp.feedback.team.TeamRights;
import org.bluelamp.service.audit.AuditTrail;
import org.bluelamp.service.security.StaffMember;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where officers and sergeants record what they were told face to face or on paper, so that it is owed an answer too. */
@Service
public class Recording {

    private final ContactIntake intake;
    private final CaseDesk desk;
    private final AuditTrail audit;

    Recording(ContactIntake intake, CaseDesk desk, AuditTrail audit) {
        this.intake = intake;
        this.desk = desk;
        this.audit = audit;
    }

    /**
     * Records a conversation or a paper form, once per form; the person who recorded it sees to it.
     *
     * @param receivedAt when it was said or handed in, which is when the promise was made
     * @param answer what was answered on the spot, which was then too; empty when nothing was
     * @throws AccessDeniedException when the neighbourhood is not the person's
     */
    @Transactional
    public ContactIntake.Receipt record(
            StaffMember staff, ContactMessage message, String formToken, Instant receivedAt, String answer) {
        TeamRights.requireWork(staff, message.area());
        ContactIntake.Receipt receipt = intake.take(message, formToken, null, receivedAt);
        if (!receipt.before()) {
            audit.record(
                    staff,
                    "case.recorded",
                    receipt.reference().value(),
                    message.kind().code());
            CaseDesk then = desk.at(Clock.fixed(receivedAt, ZoneOffset.UTC));
            then.assign(staff, receipt.reference(), 1, new Holder(staff.id(), staff.name()));
            if (!answer.isEmpty()) {
                then.answer(staff, receipt.reference(), 2, answer, formToken);
            }
        }
        return receipt;
    }
}
