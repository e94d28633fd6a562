package org.bluelamp.alerts.digest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bluelamp.alerts.AlertsApplication;
import org.bluelamp.alerts.AlertsTest;
import org.bluelamp.alerts.MailBoxes;
import org.bluelamp.testing.MovableClock;
import org.bluelamp.web.page.LondonTime;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.StandardEnvironment;

/** Letters where the whole service runs twice, on one database, one broker and one mail server. */
class LetterReplicasTest extends AlertsTest {

    @Autowired
    private LetterClock here;

    @Autowired
    private LetterSettings settings;

    @Autowired
    private ConfigurableEnvironment environment;

    @Test
    void a_weekly_letter_reaches_each_follower_once_though_two_processes_write_and_send_it_at_the_same_time()
            throws ExecutionException, InterruptedException {
        crowd(60, STEVENAGE_NORTH);
        jdbc.sql("update subscription set frequency = 'weekly'").update();
        while (LondonTime.date(clock.instant()).getDayOfWeek() != DayOfWeek.FRIDAY
                || LetterDay.at(clock.instant(), settings).isEmpty()) {
            clock.moveBy(Duration.ofHours(1));
        }
        published("Bike marking on Saturday", STEVENAGE_NORTH);
        published("News of Watford", TOWN_CENTRE);
        awaitQuiet();
        assertThat(MAIL.all()).as("nothing comes at once").isEmpty();

        try (var other = replica();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var there = other.getBean(LetterClock.class);
            var looks = List.<Future<?>>of(threads.submit(here::look), threads.submit(there::look));
            for (var look : looks) {
                look.get();
            }
            awaitQuiet();
            there.look();
            here.look();
            awaitQuiet();
        }

        assertThat(MAIL.all())
                .hasSize(60)
                .allSatisfy(letter -> assertThat(letter.text())
                        .contains("Bike marking on Saturday", "because you follow Stevenage North")
                        .doesNotContain("Watford"))
                .extracting(MailBoxes.Received::to)
                .doesNotHaveDuplicates();
        assertThat(jdbc.sql("select letters from letter_run")
                        .query(Integer.class)
                        .single())
                .isEqualTo(60);
    }

    /** The service once more, with what this one is told and by the same clock. */
    private ConfigurableApplicationContext replica() {
        var own = new StandardEnvironment() {
            @Override
            protected void customizePropertySources(MutablePropertySources sources) {
                // Only what this one is told, in its order.
            }
        };
        environment.getPropertySources().stream()
                .filter(source -> !source.getName().startsWith("Config resource"))
                // Where the port stands on which a service answers: each has its own.
                .filter(source -> !source.getName().equals("server.ports"))
                .forEach(own.getPropertySources()::addLast);
        var application = new SpringApplication(AlertsApplication.class);
        application.setEnvironment(own);
        application.addInitializers(context -> ((GenericApplicationContext) context)
                .registerBean("sameClock", MovableClock.class, () -> clock, definition -> definition.setPrimary(true)));
        return application.run("--server.port=0");
    }
}
