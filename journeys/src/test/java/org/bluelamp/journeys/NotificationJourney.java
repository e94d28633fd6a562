package org.bluelamp.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Map;
import java.util.UUID;
import org.bluelamp.local.mail.Mail;
import org.junit.jupiter.api.Test;

/** An alert as a notification: a browser asks for them, shows one in our words, and its link opens the alert's page. */
class NotificationJourney extends Journey {

    private static final String VILLAGE = "hertfordshire/north-herts/royston";

    @Test
    void a_browser_that_asked_shows_an_alert_in_our_words_and_leads_to_its_page_until_it_is_removed() {
        String headline =
                "Burst main in Royston " + UUID.randomUUID().toString().substring(0, 8);
        PushService.Subscription subscription = platform().pushService().subscription();
        try (Visitor resident = visitor(Scripts.ON, PHONE);
                Visitor editor = visitor(Scripts.OFF)) {
            resident.allowsNotifications(subscription.script());
            followsFromItsOwnPage(resident);
            resident.findsThePageAccessible();
            resident.presses("Notify me in this browser");
            resident.sees("You will get alerts in this browser.");
            resident.findsThePageAccessible();
            String page = resident.path().replaceFirst("\\?.*", "");

            Story.signIn(editor, "erin.editor", "/staff/alerts");
            editor.opens(AlertJourney.writes(editor, headline, VILLAGE) + "/send");
            editor.presses("Send now");
            editor.sees("The alert is on its way");

            resident.isPushed(platform().pushService().awaitMessage(subscription));
            await("the notification").until(() -> !resident.notifications().isEmpty());
            assertThat(resident.notifications()).containsExactly(Map.of("title", headline, "body", "Leave now."));
            resident.opens(resident.clicksTheNotification());
            assertThat(resident.path()).startsWith("/alerts/");
            resident.seesHeading(headline);
            assertThat(resident.notifications())
                    .as("it is gone once it was followed")
                    .isEmpty();

            try (Visitor elsewhere = visitor(Scripts.OFF)) {
                elsewhere.opens(page);
                elsewhere.sees("To get notifications, you need JavaScript and a browser that can show them.");
                elsewhere.presses("Remove");
                elsewhere.sees("You will not get any more notifications in that browser.");
            }
        }
    }

    @Test
    void who_refuses_is_told_plainly_what_the_browser_does_and_where_to_change_it() {
        try (Visitor resident = visitor(Scripts.ON, PHONE)) {
            resident.refusesNotifications();
            followsFromItsOwnPage(resident);
            resident.presses("Notify me in this browser");
            resident.sees("Your browser does not let this site show notifications. You can allow it in the browser’s"
                    + " settings for this site.");
            resident.findsThePageAccessible();
            assertThat(resident.find("form[data-bluelamp-notify] button").isEnabled())
                    .isTrue();
        }
    }

    /** Signs up and goes to the page of notifications. */
    private void followsFromItsOwnPage(Visitor resident) {
        String address = "rosa-" + UUID.randomUUID() + "@resident.example";
        Mail asked = Story.asksToFollow(platform(), address, VILLAGE);
        resident.opens(MailReading.link(asked, "/alerts/confirm/"));
        resident.presses("Yes, send me alerts");
        resident.follows("Get alerts in your browser");
        resident.seesHeading("Notifications");
    }
}
