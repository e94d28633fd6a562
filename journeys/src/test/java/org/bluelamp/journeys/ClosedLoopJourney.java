package org.bluelamp.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.bluelamp.local.mail.Mail;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The loop that is closed: what a resident says is answered in time, becomes a priority, and she hears what came of it. */
class ClosedLoopJourney extends Journey {

    @ParameterizedTest
    @EnumSource(Scripts.class)
    void a_resident_is_heard_answered_and_told_what_came_of_it_by_mail(Scripts scripts) {
        String rosa = "rosa-" + UUID.randomUUID() + "@resident.example";
        String worry = UUID.randomUUID().toString().substring(0, 8) + ": cars race past the school at night";
        String issue = "Racing " + worry.substring(0, 8);
        try (Visitor resident = visitor(scripts, PHONE);
                Visitor sergeant = visitor(scripts, PHONE)) {
            String reference = Story.tells(resident, "Off-road bikes", worry);
            String own = resident.path().replace("/sent", "");
            Story.asksForMails(platform(), resident, rosa);

            anOfficerOfAnotherDistrictIsRefused(scripts, reference);
            anOfficerAnswers(scripts, reference);
            Mail answered = platform().awaitMail(rosa, mail -> mail.subject().contains("There is an answer"));
            assertThat(answered.text()).doesNotContain(worry, reference, "speed checks");
            resident.opens(MailReading.link(answered, "/have-your-say/my-message/"));
            assertThat(resident.path()).isEqualTo(own);
            resident.sees("We make speed checks from Monday");
            resident.findsThePageAccessible();

            aSergeantMakesItAPriority(sergeant, issue, worry);
            platform().awaitMail(rosa, mail -> mail.subject().contains("it led to a priority"));
            resident.opens(own);
            resident.sees(issue);
            resident.sees("The team is working on it");

            theSergeantPlansAndCompletes(sergeant);
            Mail done = platform().awaitMail(rosa, mail -> mail.subject().contains("a priority is completed"));
            assertThat(done.text()).doesNotContain(issue);
            resident.opens(MailReading.link(done, "/have-your-say/my-message/"));
            resident.sees("Completed on");
            resident.sees("Roads policing unit");
            resident.sees("Half as many race now");
            resident.findsThePageAccessible();
            // The page may be some seconds old.
            await().atMost(Duration.ofSeconds(90)).until(() -> {
                resident.opens("/you-said-we-did/stevenage/stevenage-north");
                return resident.has(issue);
            });
            resident.findsThePageAccessible();

            saysThatItIsNotSolved(resident, own);
            stopsTheMails(resident, done);
        }
    }

    private void anOfficerOfAnotherDistrictIsRefused(Scripts scripts, String reference) {
        try (Visitor officer = visitor(scripts)) {
            Story.signIn(officer, "oscar.officer", "/staff/feedback/contacts");
            assertThat(officer.opens("/staff/feedback/contacts/" + reference)).isEqualTo(403);
        }
    }

    private void anOfficerAnswers(Scripts scripts, String reference) {
        try (Visitor officer = visitor(scripts, PHONE)) {
            Story.signIn(officer, "olive.officer", "/staff");
            officer.findsThePageAccessible();
            officer.takesPicture("phone-staff-home");
            officer.find("main li a[href='/staff/feedback/contacts']").first().click();
            officer.seesHeading("Cases");
            officer.opens("/staff/feedback/contacts/" + reference + "/answer");
            officer.find("textarea[name=text]").fill("We make speed checks from Monday");
            officer.find("main form:has(textarea[name=text]) button").last().click();
            officer.sees("We make speed checks from Monday");
            officer.findsThePageAccessible();
        }
    }

    private void aSergeantMakesItAPriority(Visitor sergeant, String issue, String worry) {
        Story.signIn(sergeant, "sam.sergeant", "/staff/feedback/priorities");
        sergeant.opens("/staff/feedback/priorities/new?area=hertfordshire/stevenage/stevenage-north");
        sergeant.types("What is wrong?", issue);
        sergeant.types("Why is it a priority?", "You told us");
        sergeant.find("label:has-text('" + worry.substring(0, 25) + "')")
                .first()
                .click();
        sergeant.presses("Set this priority");
        sergeant.sees("The priority has been set");
        sergeant.findsThePageAccessible();
    }

    private void theSergeantPlansAndCompletes(Visitor sergeant) {
        LocalDate due = LocalDate.now(ZoneId.of("Europe/London")).plusDays(20);
        String priority = sergeant.path().replaceAll("\\?.*", "");
        sergeant.opens(priority + "/actions/new");
        sergeant.findsThePageAccessible();
        sergeant.types("What is to be done?", "Speed checks on three mornings a week");
        sergeant.types("Who does it?", "Roads policing unit");
        sergeant.types("Day", String.valueOf(due.getDayOfMonth()));
        sergeant.types("Month", String.valueOf(due.getMonthValue()));
        sergeant.types("Year", String.valueOf(due.getYear()));
        sergeant.presses("Plan this action");
        sergeant.sees("The action has been added");
        sergeant.findsThePageAccessible();
        sergeant.opens(priority + "/withdraw");
        sergeant.findsThePageAccessible();
        sergeant.opens(priority + "/complete");
        sergeant.types("What came of it?", "Half as many race now");
        sergeant.presses("Complete this priority");
        sergeant.sees("The priority has been completed");
    }

    private void saysThatItIsNotSolved(Visitor resident, String own) {
        resident.opens(own);
        resident.ticks("Tell the team it has not been resolved");
        resident.types("What should the team know?", "They race on Sundays now");
        resident.presses("Send to the team");
        resident.sees("We have sent what you wrote to the team");
        resident.sees("Waiting for an answer");
        resident.findsThePageAccessible();
    }

    private void stopsTheMails(Visitor resident, Mail mail) {
        String stop = MailReading.oneClickAddress(mail);
        resident.opens(stop);
        resident.findsThePageAccessible();
        resident.presses("Stop these emails");
        resident.sees("You will not get any more emails about this");
        resident.findsThePageAccessible();
    }
}
