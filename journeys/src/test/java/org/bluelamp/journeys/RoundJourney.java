package org.bluelamp.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.bluelamp.local.mail.Mail;
import org.junit.jupiter.api.Test;

/** A neighbourhood is asked, each of its residents is heard once, and picks what its team works on. */
class RoundJourney extends Journey {

    private static final String ROUNDS = "/staff/feedback/rounds";
    private static final String AREA = "hertfordshire/stevenage/stevenage-north";
    private static final Pattern CODE = Pattern.compile("Your code is (\\w{4}-\\w{4}-\\w{4})");
    private static final Duration SOON = Duration.ofSeconds(60);

    private final String mark = UUID.randomUUID().toString().substring(0, 8);
    private final String title = "What should we work on this spring? " + mark;

    @Test
    void a_round_is_answered_with_codes_from_mails_and_the_neighbourhood_picks_its_priorities_from_it() {
        List<String> followers = IntStream.range(0, 10)
                .mapToObj(n -> "follower-" + n + "-" + mark + "@resident.example")
                .toList();
        platform().importsFollowers(followers, AREA);
        try (Visitor resident = visitor(Scripts.OFF, PHONE);
                Visitor reader = visitor(Scripts.ON, PHONE);
                Visitor sergeant = visitor(Scripts.ON)) {
            String worry = "Cars race along the ring road at night " + mark;
            String concern = Story.tells(reader, "Speeding and dangerous driving", worry);
            Story.signIn(sergeant, "sam.sergeant", ROUNDS);
            letsOut(sergeant, concern);
            String round = plansAndOpens(sergeant);

            String code = code(followers.getFirst());
            answersOnThePhone(resident, followers.getFirst(), code);
            anotherUseIsRefused(reader, round, code);
            supportsOnce(reader, "/said/c-" + concern, code);
            followers.stream().skip(1).forEach(follower -> answersByProgram(round, code(follower)));

            anOfficerOfAnotherDistrictIsRefused(round);
            closes(sergeant, round);
            everybodyReadsWhatWasFound(reader, round);
            sergeant.opens(ROUNDS + "/" + round + "/results");
            sergeant.sees("Saturday mornings");
            sergeant.findsThePageAccessible();
            sergeant.takesPicture("round-what-residents-say");

            String given = decides(sergeant, round);
            everybodyReadsWhatWasDecided(reader, round, given);
        }
    }

    private static void letsOut(Visitor sergeant, String concern) {
        sergeant.opens("/staff/feedback/moderation/" + concern);
        sergeant.find("input[name=decision][value=show]").check();
        sergeant.presses("Save decision");
        sergeant.sees("Your decision has been saved");
    }

    /** Plans a round from the last one's questions and two more, looks at it, and lets it open today. */
    private String plansAndOpens(Visitor sergeant) {
        LocalDate today = LocalDate.now(ZoneId.of("Europe/London"));
        sergeant.opens(ROUNDS);
        sergeant.follows("Plan a round for Stevenage North");
        sergeant.find("input[name=title]").fill(title);
        sergeant.find("textarea[name=about]").fill("What you answer decides what we work on until the summer.");
        date(sergeant, "first", today.plusDays(1));
        date(sergeant, "last", today.minusDays(1));
        sergeant.presses("Plan this round");
        sergeant.sees("There is a problem");
        sergeant.findsThePageAccessible();
        date(sergeant, "last", today.plusDays(14));
        sergeant.presses("Plan this round");
        sergeant.sees("The round is planned");
        sergeant.findsThePageAccessible();
        sergeant.takesPicture("round-planned");
        String round = sergeant.path().replaceAll("\\?.*", "").substring(ROUNDS.length() + 1);

        sergeant.presses("Add a question");
        sergeant.findsThePageAccessible();
        sergeant.follows("One answer from a list");
        sergeant.find("input[name=text]").fill("Would you come to a street meeting?");
        sergeant.find("textarea[name=options]").fill("Yes\nNo");
        sergeant.presses("Save this question");
        sergeant.sees("The questions are changed");
        sergeant.presses("Add a question");
        sergeant.follows("An answer in their own words");
        sergeant.find("input[name=text]").fill("When would suit you?");
        sergeant.find("select[name=branch]").selectOption("6:1");
        sergeant.findsThePageAccessible();
        sergeant.takesPicture("round-question-with-branch");
        sergeant.presses("Save this question");
        sergeant.sees("The questions are changed");
        sergeant.presses("Preview");
        sergeant.sees("We will not save your answers");
        sergeant.findsThePageAccessible();

        sergeant.opens(ROUNDS + "/" + round + "/plan");
        date(sergeant, "first", today);
        sergeant.presses("Save the plan");
        await("the round is open").atMost(SOON).until(() -> {
            sergeant.opens(ROUNDS + "/" + round);
            return sergeant.find("main a[href$='/close']").count() == 1;
        });
        sergeant.findsThePageAccessible();
        return round;
    }

    private static void date(Visitor staff, String field, LocalDate day) {
        staff.find("input[name='" + field + ".day']").fill(String.valueOf(day.getDayOfMonth()));
        staff.find("input[name='" + field + ".month']").fill(String.valueOf(day.getMonthValue()));
        staff.find("input[name='" + field + ".year']").fill(String.valueOf(day.getYear()));
    }

    private Mail invitation(String follower) {
        return platform().awaitMail(follower, mail -> mail.subject().contains(title));
    }

    private String code(String follower) {
        Matcher code = CODE.matcher(invitation(follower).text());
        assertThat(code.find()).as("a code in the mail").isTrue();
        return code.group(1);
    }

    private void answersOnThePhone(Visitor resident, String follower, String code) {
        resident.opens(MailReading.link(invitation(follower), "/have-your-say/rounds/"));
        resident.takesPicture("phone-round");
        resident.presses("Answer now");
        resident.find("input[name=q1][value='2']").check();
        resident.ticks("Speeding");
        resident.presses("Continue");
        resident.sees("Where does the speeding happen?");
        resident.find("input[name=q3]").fill("The ring road");
        ranks(resident, 1, 2);
        resident.find("input[name=q6][value='1']").check();
        resident.takesPicture("phone-round-page-2");
        resident.presses("Continue");
        resident.sees("When would suit you?");
        resident.find("textarea[name=q7]").fill("Saturday mornings " + mark);
        resident.presses("Continue");
        resident.find("input[name=code]").fill("not my code");
        resident.presses("Send my answers");
        resident.sees("Enter the code in the form");
        resident.takesPicture("phone-round-code");
        resident.find("input[name=code]").fill(code);
        resident.presses("Send my answers");
        resident.sees("Thank you for your answers");
        resident.sees("They count as one person’s");
        resident.takesPicture("phone-round-heard");
    }

    private static void ranks(Visitor resident, int... options) {
        for (int rank = 1; rank <= options.length; rank++) {
            resident.find("select[name=q4-" + options[rank - 1] + "]").selectOption("" + rank);
        }
    }

    private static void anotherUseIsRefused(Visitor reader, String round, String code) {
        reader.opens("/have-your-say/rounds/" + round + "/answer");
        reader.findsThePageAccessible();
        reader.find("input[name=q1][value='5']").check();
        reader.presses("Continue");
        reader.findsThePageAccessible();
        ranks(reader, 3);
        reader.presses("Continue");
        reader.find("input[name=code]").fill(code);
        reader.presses("Send my answers");
        reader.sees("This code has already been used in this round");
        reader.findsThePageAccessible();
        reader.takesPicture("phone-round-code-used");
    }

    private static void supportsOnce(Visitor reader, String said, String code) {
        for (boolean counts : new boolean[] {true, false}) {
            reader.opens(Story.FORM + said);
            reader.findsThePageAccessible();
            reader.find("input[name=code]").fill(code);
            reader.presses("Support it");
            reader.sees(counts ? "Thank you. Your support counts" : "This code has already been used to support this");
            reader.findsThePageAccessible();
            reader.takesPicture("phone-support-" + (counts ? "counts" : "refused"));
        }
        reader.opens(Story.FORM + said);
        reader.sees("1 person with a code supports it");
    }

    private void answersByProgram(String round, String code) {
        assertThat(Story.post(
                                platform().home() + "/have-your-say/rounds/" + round + "/answer",
                                "page=9&last=yes&q1=4&q2=5&q4-2=1&q4-1=2&q6=2&token=" + UUID.randomUUID() + "&code="
                                        + URLEncoder.encode(code, StandardCharsets.UTF_8))
                        .headers()
                        .firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/heard?verified"));
    }

    private void anOfficerOfAnotherDistrictIsRefused(String round) {
        try (Visitor officer = visitor(Scripts.ON)) {
            Story.signIn(officer, "oscar.officer", ROUNDS);
            assertThat(officer.has(title)).isFalse();
            assertThat(officer.opens(ROUNDS + "/" + round)).isEqualTo(403);
        }
    }

    private static void closes(Visitor sergeant, String round) {
        sergeant.opens(ROUNDS + "/" + round + "/close");
        sergeant.findsThePageAccessible();
        sergeant.find("input[name=reason]").fill("The forum meets tonight");
        sergeant.presses("Close this round");
        sergeant.sees("The round is closed");
        sergeant.findsThePageAccessible();
    }

    private void everybodyReadsWhatWasFound(Visitor reader, String round) {
        String results = "/have-your-say/rounds/" + round + "/results";
        await("the answers are added up").atMost(SOON).until(() -> {
            reader.opens(results);
            return reader.has("10 people with a code");
        });
        reader.findsThePageAccessible();
        reader.takesPicture("phone-round-results");
        Locator meeting = reader.find("section:has(h3:has-text('street meeting'))");
        assertThat(meeting.locator("svg.bl-chart").count()).as("charts").isEqualTo(1);
        assertThat(meeting.locator("table").innerText()).contains("Yes", "10%", "No", "90%");
        assertThat(reader.has("Saturday mornings")).as("people's own words").isFalse();
        reader.opens("/have-your-say/rounds/" + round + "/answer");
        reader.sees("It has closed");
        reader.findsThePageAccessible();
    }

    /** The first priority goes on, others end with a reason, and two are new; returns the words of the last ending. */
    private String decides(Visitor sergeant, String round) {
        sergeant.opens(ROUNDS + "/" + round + "/decide");
        sergeant.findsThePageAccessible();
        int current = sergeant.find("input[name$='.version'][name^='current']").count();
        assertThat(current).as("priorities of the demo").isPositive();
        String reason = "Residents of the round name speeding first " + mark;
        for (int i = 0; i < current; i++) {
            String field = "current[" + i + "]";
            sergeant.find("input[name='" + field + ".pick'][value=" + (i == 0 ? "replaced" : "completed") + "]")
                    .check();
        }
        sergeant.find("input[name='fresh[0].issue']").fill("Racing on the ring road " + mark);
        sergeant.find("textarea[name='fresh[0].why']").fill("Most of those who answered have seen speeding");
        sergeant.find("textarea[name='fresh[0].action']").fill("Speed checks on Friday nights");
        sergeant.find("input[name='fresh[1].issue']").fill("Noise at the shops " + mark);
        sergeant.find("textarea[name='fresh[1].why']").fill("Second of all that was put in order");
        sergeant.find("textarea[name=decision]").fill("Twenty residents met in the community centre.");
        sergeant.presses("Keep these decisions");
        sergeant.sees("There is a problem");
        sergeant.findsThePageAccessible();
        sergeant.takesPicture("round-decide-mistake");
        for (int i = 0; i < current; i++) {
            sergeant.find("textarea[name='current[" + i + "].words']").fill(reason);
        }
        sergeant.presses("Keep these decisions");
        sergeant.sees("The priorities are set");
        sergeant.findsThePageAccessible();
        sergeant.takesPicture("round-decided");
        return reason;
    }

    private void everybodyReadsWhatWasDecided(Visitor reader, String round, String reason) {
        String issue = "Racing on the ring road " + mark;
        await("the priorities on the public page").atMost(SOON).until(() -> {
            reader.opens("/you-said-we-did/stevenage/stevenage-north");
            return reader.has(issue);
        });
        reader.sees("Noise at the shops " + mark);
        reader.sees(reason);
        reader.findsThePageAccessible();
        reader.takesPicture("phone-you-said-we-did");
        await("the decision beside the results").atMost(SOON).until(() -> {
            reader.opens("/have-your-say/rounds/" + round + "/results");
            return reader.has("Twenty residents met in the community centre.");
        });
        reader.sees("New:");
        reader.sees("Replaced:");
        reader.findsThePageAccessible();
        await("the priorities on the team's page").atMost(SOON).until(() -> {
            reader.opens(Story.NEIGHBOURHOOD);
            return reader.has(issue);
        });
        reader.findsThePageAccessible();
    }
}
