package org.bluelamp.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import org.bluelamp.local.mail.Mail;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** 72 hours in some seconds: the clock of feedback is set ahead, and does what it does when nobody answers. */
class PromiseJourney extends Journey {

    private static final String TEAM = "stevenage-north@hertfordshire.example.org";

    @AfterEach
    void it_is_now_again() {
        platform().start("feedback");
    }

    @Test
    void a_team_that_does_not_answer_is_reminded_then_told_that_it_is_late_and_a_supervisor_answers() {
        String rosa = "rosa-" + UUID.randomUUID() + "@resident.example";
        String worry = UUID.randomUUID().toString().substring(0, 8) + ": scramblers on the meadow every evening";
        try (Visitor resident = visitor(Scripts.ON, PHONE);
                Visitor officer = visitor(Scripts.OFF, PHONE);
                Visitor sergeant = visitor(Scripts.OFF, PHONE)) {
            String reference = Story.tells(resident, "Off-road bikes", worry);
            String own = resident.path().replace("/sent", "");
            Story.asksForMails(platform(), resident, rosa);

            platform().setAhead(Duration.ofHours(50));
            Mail soon = teamIsWritten("due soon", reference);
            assertThat(soon.text())
                    .contains("/staff/feedback/contacts/" + reference)
                    .doesNotContain(worry, rosa);
            resident.opens(own);
            resident.sees("We have not answered yet");
            assertThat(resident.find("input[name=way][value=recourse]").count())
                    .as("a supervisor while there is time")
                    .isZero();

            platform().setAhead(Duration.ofHours(73));
            teamIsWritten("late", reference);
            Mail late = platform().awaitMail(rosa, mail -> mail.subject().equals("Our answer to you is late"));
            assertThat(late.text()).doesNotContain(worry, reference);
            resident.opens(MailReading.link(late, "/have-your-say/my-message/"));
            assertThat(resident.path()).isEqualTo(own);
            resident.sees("We promised you an answer within 72 hours, and we have not kept that promise.");
            resident.findsThePageAccessible();
            resident.takesPicture("phone-answer-is-late");
            resident.ticks("Ask for a supervisor to look at it and answer");
            resident.types("What should the team know?", "Nobody has answered");
            resident.presses("Send to the team");
            resident.sees("A sergeant from the team will answer you here");
            resident.findsThePageAccessible();
            resident.takesPicture("phone-supervisor-asked-for");

            Story.signIn(officer, "olive.officer", "/staff/feedback/contacts");
            officer.opens("/staff/feedback/contacts/" + reference);
            officer.sees("The sender has asked for a supervisor");
            assertThat(officer.find("main a[href$='/answer']").count())
                    .as("an answer by the officer")
                    .isZero();

            Story.signIn(sergeant, "sam.sergeant", "/staff/feedback/contacts");
            String first = sergeant.find("main ol > li:has(a[href$='" + reference + "'])")
                    .innerText();
            assertThat(first).containsIgnoringCase("Supervisor asked for").containsIgnoringCase("Overdue");
            assertThat(first).contains("Team reminded", "Escalated to the sergeant");
            sergeant.takesPicture("phone-late-and-escalated");
            sergeant.opens("/staff/feedback/contacts/" + reference + "/answer");
            sergeant.find("textarea[name=text]").fill("I am sorry that you had to wait. We are there tonight");
            sergeant.find("main form:has(textarea[name=text]) button").last().click();
            sergeant.sees("We are there tonight");

            platform().awaitMail(rosa, mail -> mail.subject().contains("There is an answer"));
            resident.opens(own);
            resident.sees("I am sorry that you had to wait");
            resident.findsThePageAccessible();
        }
    }

    private Mail teamIsWritten(String subject, String reference) {
        return platform()
                .awaitMail(
                        TEAM,
                        mail -> mail.subject().contains(subject) && mail.text().contains(reference));
    }
}
