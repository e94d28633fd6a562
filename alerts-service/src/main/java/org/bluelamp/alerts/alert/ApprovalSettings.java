package org.bluelamp.alerts.alert;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * From which reach on a second person has to agree.
 *
 * @param alone up to so many people one officer sends alone: a street
 * @param second up to so many any second person agrees: a district; above, an approver
 */
@ConfigurationProperties("bluelamp.alerts.approval")
public record ApprovalSettings(
        @DefaultValue("500") int alone,
        @DefaultValue("20000") int second) {

    /** Who has to agree to what reaches so many people. */
    public Approval needed(int reach) {
        if (reach <= alone) {
            return Approval.ALONE;
        }
        return reach <= second ? Approval.SECOND_PERSON : Approval.APPROVER;
    }
}
