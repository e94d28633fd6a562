package org.bluelamp.alerts.alert;

import static org.bluelamp.testing.staff.TestStaff.staff;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bluelamp.alerts.AlertsTest;
import org.bluelamp.testing.staff.TestStaff;
import org.bluelamp.web.page.LondonTime;
import org.springframework.beans.factory.annotation.Autowired;

/** What tests of alerts have in common: who writes them, and what they type. */
abstract class AlertStory extends AlertsTest {

    protected static final TestStaff OLIVE = staff("Olive Reed").as("officer").in(STEVENAGE_NORTH);
    protected static final TestStaff SAM = staff("Sam Hill").as("officer").in(STEVENAGE);
    protected static final TestStaff ERIN = staff("Erin Moss").as("editor").in(HERTFORDSHIRE);
    protected static final TestStaff ADA =
            staff("Ada Stone").as("administrator", "approver").in(HERTFORDSHIRE);
    protected static final TestStaff OSCAR = staff("Oscar Lane").as("officer").in(WATFORD);

    @Autowired
    protected AlertDesk desk;

    @Autowired
    protected Alerts alerts;

    /** What an officer types about a gas leak in Stevenage North that ends tomorrow at six. */
    protected Map<String, Object> typed() {
        var tomorrow = LondonTime.date(clock.instant().plus(Duration.ofDays(1)));
        Map<String, Object> typed = new LinkedHashMap<>();
        typed.put("headline", "Gas leak in Bedwell Crescent");
        typed.put("description", "A gas main has been damaged.");
        typed.put("instruction", "Leave now.");
        typed.put("category", "safety");
        typed.put("severity", "extreme");
        typed.put("urgency", "immediate");
        typed.put("certainty", "observed");
        typed.put("where", "areas");
        typed.put("areas", List.of(STEVENAGE_NORTH));
        typed.put("sender", STEVENAGE_NORTH);
        typed.put("expires.day", String.valueOf(tomorrow.getDayOfMonth()));
        typed.put("expires.month", String.valueOf(tomorrow.getMonthValue()));
        typed.put("expires.year", String.valueOf(tomorrow.getYear()));
        typed.put("expiresTime", "6pm");
        return typed;
    }

    /** The data of the events of a type that this service announced, the earliest first. */
    protected List<String> events(String type) {
        return jdbc.sql("select data from messaging.outbox where type = :type order by position")
                .param("type", type)
                .query(String.class)
                .list();
    }
}
