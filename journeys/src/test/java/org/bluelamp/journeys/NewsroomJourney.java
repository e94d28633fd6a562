package org.bluelamp.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.UUID;
import org.bluelamp.local.mail.Mail;
import org.bluelamp.local.part.Part;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An appeal goes through the whole newsroom, with two processes of the news service at work. */
class NewsroomJourney extends Journey {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final Duration BY_EVENTS_ALONE = Duration.ofSeconds(30);

    @ParameterizedTest
    @EnumSource(Scripts.class)
    void an_appeal_is_reviewed_scheduled_published_once_corrected_and_withdrawn_everywhere(Scripts scripts) {
        String mark = UUID.randomUUID().toString().substring(0, 8);
        String title = "Did you see the red van " + mark;
        String rosa = "rosa-" + UUID.randomUUID() + "@resident.example";
        Part second = platform().startReplica("news");
        try (Visitor writer = visitor(scripts);
                Visitor reviewer = visitor(scripts);
                Visitor resident = visitor(scripts, PHONE)) {
            Story story = new Story(platform(), resident, writer);
            story.residentSignsUp(rosa);
            story.residentConfirmsFromTheMail(rosa);

            String article = writes(writer, title);
            writer.sees("Someone else has to publish this kind of article");
            writer.findsThePageAccessible();
            writer.presses("Send for review");
            writer.sees("The article is waiting for a second person");
            writer.sees("You wrote or changed this article");

            Story.signIn(reviewer, "rhys.reviewer", "/staff/news");
            reviewer.opens(article);
            reviewer.findsThePageAccessible();
            reviewer.find("textarea[name=text]").fill("Good. I let it out in a minute.");
            reviewer.find("button[value=comment]").click();
            reviewer.sees("Your comment is kept");
            schedules(reviewer);
            reviewer.sees("will be published automatically");
            reviewer.findsThePageAccessible();

            await("the article at its time").atMost(Duration.ofSeconds(120)).until(() -> {
                reviewer.opens(article);
                return reviewer.has("See the public page");
            });
            story.theTeamPageShows(title);
            Mail told = story.theResidentIsTold(rosa, title);
            assertThat(told.text()).contains("The van left towards Stevenage");

            corrects(writer, article);
            reads(resident, "/news", title);
            resident.follows(title);
            resident.sees("Corrected on");
            resident.follows("See what changed");
            resident.sees("It was a blue van.");
            resident.findsThePageAccessible();

            withdraws(writer, article);
            await("the team's page without it").atMost(BY_EVENTS_ALONE).until(() -> {
                resident.opens(Story.NEIGHBOURHOOD);
                return !resident.has(title);
            });
            // Browsers keep a public page for half a minute, which bears a wave of readers.
            await("the article gone")
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> resident.opens("/news/did-you-see-the-red-van-" + mark) == 410);
            resident.findsThePageAccessible();
            resident.opens("/news/feed");
            assertThat(resident.has(title)).isFalse();
            Mail gone = platform().awaitMail(rosa, mail -> mail.subject().startsWith("We have withdrawn"));
            assertThat(gone.text()).contains("The driver was found.").doesNotContain("van");
            assertThat(platform().mailsTo(rosa).stream()
                            .filter(mail -> mail.subject().equals(title)))
                    .as("mails about the article, with two processes that could send it")
                    .hasSize(1);
        } finally {
            second.stop();
        }
    }

    /** Writes an appeal and returns the address of its page in the portal. */
    private static String writes(Visitor writer, String title) {
        Story.signIn(writer, "erin.editor", "/staff/news");
        writer.opens("/staff/news/new");
        writer.types("Title", title);
        writer.types("Summary", "The van left towards Stevenage at about nine.");
        writer.find("textarea[name=body]").fill("A red van was used.\n\nCall 101 if you saw it.");
        writer.find("select[name=kind]").selectOption("appeal");
        writer.find("summary")
                .filter(new Locator.FilterOptions().setHasText("Neighbourhoods in Stevenage"))
                .click();
        writer.ticks("Stevenage North");
        writer.find("input[name=crimeReference]").fill("41/12345/26");
        writer.presses("Save draft");
        writer.seesHeading(title);
        return writer.path().replaceFirst("\\?.*", "");
    }

    /** Chooses the minute after the next, as the page knows no seconds. */
    private static void schedules(Visitor reviewer) {
        ZonedDateTime at = ZonedDateTime.now(LONDON).plusSeconds(65);
        reviewer.presses("Publish");
        reviewer.findsThePageAccessible();
        List<String> date = List.of(
                String.valueOf(at.getDayOfMonth()), String.valueOf(at.getMonthValue()), String.valueOf(at.getYear()));
        reviewer.find("input[name='date.day']").fill(date.get(0));
        reviewer.find("input[name='date.month']").fill(date.get(1));
        reviewer.find("input[name='date.year']").fill(date.get(2));
        reviewer.find("input[name=time]")
                .fill(LocalTime.of(at.getHour(), at.getMinute()).toString());
        reviewer.presses("Schedule");
    }

    private static void corrects(Visitor writer, String article) {
        writer.opens(article + "/edit");
        writer.find("textarea[name=body]").fill("A blue van was used.\n\nCall 101 if you saw it.");
        writer.find("textarea[name=note]").fill("It was a blue van.");
        writer.presses("Save and show to readers");
        writer.sees("The correction is saved");
    }

    private static void withdraws(Visitor writer, String article) {
        writer.opens(article + "/withdraw");
        writer.find("textarea[name=reason]").fill("The driver was found.");
        writer.presses("Withdraw now");
        writer.sees("The article is withdrawn");
    }

    /** Public pages may be some seconds old. */
    private static void reads(Visitor resident, String path, String text) {
        await().atMost(BY_EVENTS_ALONE).until(() -> {
            resident.opens(path);
            return resident.has(text);
        });
    }
}
