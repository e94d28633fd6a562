package org.bluelamp.alerts.alert.web;

import java.util.Locale;
import java.util.OptionalLong;
import org.bluelamp.alerts.alert.Estimate;
import org.bluelamp.alerts.alert.Target;
import org.bluelamp.alerts.area.Areas;
import org.bluelamp.alerts.reach.HeadCount;
import org.jspecify.annotations.Nullable;

/**
 * Whom an alert would reach.
 *
 * @param areas where, in words
 * @param inside how many people who follow its areas, in words
 * @param overspill how many who follow a wider area only, in words
 * @param included whether those get it
 * @param texts how many of all these get a text message too, in words; null when none does
 * @param notifications how many of all these have a browser that tells them too, in words; null when none has
 * @param households how many households live there, in words; null when it is not known
 * @param nobody whether nobody at all would get it
 * @param approval what that means for who sends it; null where it means nothing for the reader, or is told already
 */
public record ReachPart(
        String areas,
        String inside,
        String overspill,
        boolean included,
        @Nullable String texts,
        @Nullable String notifications,
        @Nullable String households,
        boolean nobody,
        @Nullable String approval) {

    /** @param target whose households are told where it is for whole areas: of a part nobody knows how many live there */
    static ReachPart of(Target target, Areas areas, Estimate estimate, @Nullable String approval) {
        var households = target.ground().isPresent() ? OptionalLong.empty() : areas.householdsIn(target.areas());
        return new ReachPart(
                target.inWords(areas.named(target.areas())),
                new HeadCount(estimate.inside()).shown(),
                new HeadCount(estimate.overspill()).shown(),
                estimate.included(),
                estimate.texts() == 0 ? null : new HeadCount(estimate.texts()).shown(),
                estimate.notifications() == 0 ? null : new HeadCount(estimate.notifications()).shown(),
                households.isPresent() ? String.format(Locale.UK, "%,d", households.getAsLong()) : null,
                estimate.reach() == 0,
                approval);
    }
}
