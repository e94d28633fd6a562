package org.bluelamp.news.demo;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.bluelamp.news.article.Campaign;
import org.bluelamp.news.campaign.Campaigns;
import org.bluelamp.news.campaign.Plan;
import org.bluelamp.news.campaign.StaleCampaignException;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.service.security.Role;
import org.bluelamp.service.security.StaffMember;
import org.bluelamp.web.page.LondonTime;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** The week of action that some of the demo articles belong to. One with its hashtag that is there is left alone. */
@Component
@ConditionalOnBooleanProperty("bluelamp.demo-data")
class DemoCampaign implements ApplicationRunner {

    private static final UUID ID = UUID.nameUUIDFromBytes("demo campaign".getBytes(StandardCharsets.UTF_8));
    private static final Campaign HASHTAG = new Campaign("HertsNeighbourhoodWeek");

    private static final StaffMember EDITOR =
            new StaffMember("demo-data", "Demo data", Set.of(Role.EDITOR), Set.of(new AreaCode("hertfordshire")));

    private final Campaigns campaigns;
    private final Clock clock;

    DemoCampaign(Campaigns campaigns, Clock clock) {
        this.campaigns = campaigns;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (campaigns.find(HASHTAG).isPresent()) {
            return;
        }
        LocalDate today = LondonTime.date(clock.instant());
        try {
            campaigns.write(
                    EDITOR,
                    ID,
                    new Plan(
                            HASHTAG,
                            "Hertfordshire neighbourhood week",
                            "Seven days in which every neighbourhood team in the county shows what it does and asks what"
                                    + " it should do next.",
                            """
                            From street meets to late patrols: all 33 neighbourhood teams in Hertfordshire take part. \
                            Look for yours in the list and see where to meet it.

                            ## How to take part

                            - Come to a street meet and get your bike or your tools marked, free of charge.
                            - [Say what should be a priority](/have-your-say) where you live.
                            - Follow the week with #HertsNeighbourhoodWeek.
                            """,
                            today.minusDays(2),
                            today.plusDays(4),
                            new TreeSet<>(Set.of(new AreaCode("hertfordshire")))));
            campaigns.publish(EDITOR, ID, 1);
        } catch (StaleCampaignException elsewhere) {
            // Another replica is adding it at this moment.
        }
    }
}
