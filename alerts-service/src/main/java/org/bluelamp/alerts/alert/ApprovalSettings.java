package org.bluelamp.alerts.alert;

import org.bluelamp.service.area.AreaCode;
import org.bluelamp.service.area.AreaKind;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * From which reach on a second person has to agree. An alert is public at once, whoever follows it, so that what it is for
 * counts as well as who gets it: the stricter of the two holds.
 *
 * @param alone up to so many people one officer sends alone: a street
 * @param second up to so many any second person agrees: a district; above, an approver
 */
@ConfigurationProperties("bluelamp.alerts.approval")
public record ApprovalSettings(
        @DefaultValue("500") int alone,
        @DefaultValue("20000") int second) {

    /** What is drawn across the border of two or three neighbourhoods is still a street. */
    private static final int A_STREETS_NEIGHBOURHOODS = 3;

    /** Who has to agree to what is for these areas and reaches so many people. */
    public Approval needed(Target target, int reach) {
        var byArea = byArea(target);
        var byReach = byReach(reach);
        return byArea.compareTo(byReach) > 0 ? byArea : byReach;
    }

    private Approval byReach(int reach) {
        if (reach <= alone) {
            return Approval.ALONE;
        }
        return reach <= second ? Approval.SECOND_PERSON : Approval.APPROVER;
    }

    private static Approval byArea(Target target) {
        var most = target.ground().isPresent() ? A_STREETS_NEIGHBOURHOODS : 1;
        if (target.areas().size() <= most
                && target.areas().stream().allMatch(area -> AreaKind.of(area) == AreaKind.NEIGHBOURHOOD)) {
            return Approval.ALONE;
        }
        var districts = target.areas().stream()
                .map(ApprovalSettings::district)
                .distinct()
                .toList();
        return districts.size() == 1 && AreaKind.of(districts.getFirst()) == AreaKind.DISTRICT
                ? Approval.SECOND_PERSON
                : Approval.APPROVER;
    }

    /** The area's district; the force is its own. */
    private static AreaCode district(AreaCode area) {
        var down = area.down();
        return down.get(Math.min(1, down.size() - 1));
    }
}
