package org.bluelamp.feedback.insight;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class SpikeRuleTest {

    @Test
    void chance_is_the_upper_tail_of_poisson() {
        // At a pace of 2 a week: 1 - P(X <= 4) and 1 - P(X <= 9), worked out by hand from the series.
        assertThat(SpikeRule.chance(5, 16)).isCloseTo(0.052653, Percentage.withPercentage(0.01));
        assertThat(SpikeRule.chance(10, 16)).isCloseTo(4.6498e-5, Percentage.withPercentage(0.01));
        assertThat(SpikeRule.chance(2, 16)).isEqualTo(1);
        assertThat(SpikeRule.chance(1500, 8000)).isBetween(0.0, 1e-40);
    }

    @Test
    void a_week_stands_out_when_it_has_enough_and_far_more_than_the_weeks_before() {
        assertThat(SpikeRule.standsOut(9, 16)).isFalse();
        assertThat(SpikeRule.standsOut(10, 16)).isTrue();
        assertThat(SpikeRule.standsOut(100, 800)).isFalse();
        assertThat(SpikeRule.standsOut(150, 800)).isTrue();
    }

    @Test
    void four_are_no_rise_and_five_after_nothing_are() {
        assertThat(SpikeRule.standsOut(4, 0)).isFalse();
        assertThat(SpikeRule.standsOut(5, 0)).isTrue();
        assertThat(SpikeRule.standsOut(5, 4)).isFalse();
    }
}
