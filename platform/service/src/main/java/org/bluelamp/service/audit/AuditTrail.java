package org.bluelamp.service.audit;

import java.util.List;
import org.bluelamp.service.security.StaffMember;

/** Who did what to what and why, kept in the service's own database, written in the transaction of the deed itself. */
public interface AuditTrail {

    /**
     * Records one deed.
     *
     * @param who the member of staff
     * @param action a past participle with its thing, for example {@code article.published}
     * @param subject the id of what was acted on
     * @param reason why, in the person's words; empty when none was asked for
     */
    void record(StaffMember who, String action, String subject, String reason);

    /** What was done to something, the latest first, at most so much. */
    List<Deed> of(String subject, int most);
}
