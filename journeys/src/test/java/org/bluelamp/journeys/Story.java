package org.bluelamp.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.bluelamp.local.mail.Mail;

/** The steps of the main story, each with what has to be seen at its end. */
final class Story {

    static final String NEIGHBOURHOOD = "/your-area/stevenage/stevenage-north";

    /** Where its residents say what troubles them. */
    static final String FORM = "/have-your-say/stevenage/stevenage-north";

    private static final Duration BY_EVENTS_ALONE = Duration.ofSeconds(30);

    private final ThePlatform platform;
    private final Visitor resident;
    private final Visitor editor;

    Story(ThePlatform platform, Visitor resident, Visitor editor) {
        this.platform = platform;
        this.resident = resident;
        this.editor = editor;
    }

    void residentFindsHerTeam() {
        resident.opens("/");
        resident.findsThePageAccessible();
        resident.types("Postcode, street, or town or village", "great ashbey");
        resident.presses("Find your team");
        if (!resident.path().equals(NEIGHBOURHOOD)) {
            resident.findsThePageAccessible();
            resident.follows("Stevenage North");
        }
        assertThat(resident.path()).isEqualTo(NEIGHBOURHOOD);
        resident.seesHeading("Stevenage North");
        resident.sees("leads the team");
        resident.sees("101");
        resident.seesHeading("Follow the police of Stevenage");
        resident.seesHeading("Latest news");
        resident.findsThePageAccessible();
    }

    void residentSignsUp(String address) {
        resident.opens(NEIGHBOURHOOD);
        resident.presses("Get alerts for this area");
        resident.findsThePageAccessible();
        resident.types("Your email address", address);
        resident.presses("Sign up");
        resident.sees("Check your email");
        resident.findsThePageAccessible();
    }

    void residentConfirmsFromTheMail(String address) {
        Mail asked = platform.awaitMail(address, mail -> mail.text().contains("/alerts/confirm/"));
        resident.opens(MailReading.link(asked, "/alerts/confirm/"));
        resident.findsThePageAccessible();
        resident.presses("Yes, send me alerts");
        resident.sees("Stevenage North");
        resident.findsThePageAccessible();
    }

    /** Looks at what she can choose, chooses, and sees what is kept about her. */
    void residentChooses() {
        resident.follows("Change your choices for Stevenage North");
        resident.findsThePageAccessible();
        resident.presses("Save your choices");
        resident.sees("Your choices for Stevenage North are saved.");
        resident.sees("Everything, at once");
        resident.follows("See everything we keep about you");
        resident.sees("I agree to get emails");
        resident.findsThePageAccessible();
        resident.follows("Delete everything about me now");
        resident.sees("You cannot undo this");
        resident.findsThePageAccessible();
        resident.follows("No, back to the areas you follow");
        resident.follows("Join or start a watch scheme");
        resident.seesHeading("Watch schemes");
        resident.findsThePageAccessible();
        resident.presses("Ask the team");
        resident.sees("There is a problem");
        resident.findsThePageAccessible();
    }

    /** Sends a concern and returns its reference. */
    String residentSaysWhatMatters(String worry) {
        resident.opens(NEIGHBOURHOOD);
        resident.presses("Have your say");
        resident.findsThePageAccessible();
        resident.presses("Send to the team");
        resident.sees("There is a problem");
        resident.findsThePageAccessible();
        resident.ticks("Off-road bikes");
        resident.types("What is happening?", worry);
        resident.find("input[name=effect]").first().check();
        resident.presses("Send to the team");
        if (resident.has("Has a neighbour already told us?")) {
            resident.findsThePageAccessible();
            resident.ticks("None of these, send what I wrote");
            resident.presses("Continue");
        }
        resident.sees("Your concern is with the team");
        resident.findsThePageAccessible();
        String reference =
                resident.find(".govuk-panel__body strong").innerText().strip();
        resident.find("a.bl-break").click();
        resident.sees("Waiting for an answer");
        resident.findsThePageAccessible();
        return reference;
    }

    /** Sends a concern to the team of {@link #NEIGHBOURHOOD}, ends on the page that confirms it, returns its reference. */
    static String tells(Visitor resident, String theme, String worry) {
        resident.opens(FORM);
        resident.ticks(theme);
        resident.types("What is happening?", worry);
        resident.find("input[name=effect]").first().check();
        resident.presses("Send to the team");
        if (resident.has("Has a neighbour already told us?")) {
            resident.ticks("None of these, send what I wrote");
            resident.presses("Continue");
        }
        resident.sees("Your concern is with the team");
        resident.findsThePageAccessible();
        return resident.find(".govuk-panel__body strong").innerText().strip();
    }

    /** Asks for mails about what she has just told, on the page that confirms it, and confirms her address. */
    static void asksForMails(ThePlatform platform, Visitor resident, String address) {
        resident.presses("Get emails about this");
        resident.seesHeading("Get an email when something happens");
        resident.findsThePageAccessible();
        resident.types("Your email address", "rosa at home");
        resident.presses("Ask for emails");
        resident.sees("There is a problem");
        resident.findsThePageAccessible();
        resident.types("Your email address", address);
        resident.presses("Ask for emails");
        resident.seesHeading("Check your email");
        resident.findsThePageAccessible();
        Mail asked = platform.awaitMail(address, mail -> mail.text().contains("/alerts/confirm/"));
        resident.opens(MailReading.link(asked, "/alerts/confirm/"));
        resident.findsThePageAccessible();
        resident.presses("Yes, send me these emails");
        resident.sees("You will get an email when something happens");
        resident.findsThePageAccessible();
    }

    void editorPublishes(String title) {
        editorWrites(title);
        editorPublishesWhatWasWritten();
    }

    void editorWrites(String title) {
        editorWrites(title, "Stevenage", "Stevenage North");
    }

    /** Writes an article for one neighbourhood, by the names of its district and of itself. */
    void editorWrites(String title, String district, String neighbourhood) {
        signIn(editor, "erin.editor", "/staff/news");
        editor.findsThePageAccessible();
        editor.opens("/staff/news/new");
        editor.findsThePageAccessible();
        editor.types("Title", title);
        editor.types("Summary", "Bring your bike on Saturday and we mark it for nothing.");
        editor.types("Text", "Officers mark bikes **free of charge** on Saturday.\n\n- 10 am to 2 pm\n- by the clock");
        editor.find("summary")
                .filter(new Locator.FilterOptions().setHasText("Neighbourhoods in " + district))
                .click();
        editor.ticks(neighbourhood);
        editor.presses("Save draft");
        editor.seesHeading(title);
        editor.findsThePageAccessible();
    }

    void editorPublishesWhatWasWritten() {
        editor.presses("Publish");
        editor.findsThePageAccessible();
        editor.presses("Publish now");
        editor.findsThePageAccessible();
        editor.follows("See the public page");
        editor.findsThePageAccessible();
    }

    void theTeamPageShows(String title) {
        await("the article on the team's page").atMost(BY_EVENTS_ALONE).until(() -> {
            resident.opens(NEIGHBOURHOOD);
            return resident.has(title);
        });
    }

    Mail theResidentIsTold(String address, String title) {
        return platform.awaitMail(address, mail -> mail.subject().contains(title));
    }

    /** What a mail program does: one POST, without cookies and without following redirects. */
    void oneClickEndsTheMails(Mail mail) {
        HttpResponse<String> answer = post(MailReading.oneClickAddress(mail), "List-Unsubscribe=One-Click");
        assertThat(answer.statusCode()).isEqualTo(200);
        resident.opens(MailReading.link(mail, "/alerts/manage/"));
        resident.findsThePageAccessible();
        assertThat(resident.has("Stop all emails")).as("nothing left to stop").isFalse();
    }

    void officerOfTheAreaSees(Visitor officer, String worry, String reference) {
        try (officer) {
            signIn(officer, "olive.officer", "/staff/feedback");
            officer.sees(worry.substring(0, 40));
            officer.findsThePageAccessible();
            assertThat(officer.opens("/staff/feedback/" + reference)).isEqualTo(200);
            officer.sees(worry);
            officer.findsThePageAccessible();
        }
    }

    void officerOfAnotherAreaDoesNotSee(Visitor officer, String worry, String reference) {
        try (officer) {
            signIn(officer, "oscar.officer", "/staff/feedback");
            assertThat(officer.has(worry.substring(0, 40))).isFalse();
            assertThat(officer.opens("/staff/feedback/" + reference)).isEqualTo(403);
            assertThat(officer.has(worry)).isFalse();
            officer.findsThePageAccessible();
        }
    }

    static void signIn(Visitor staff, String username, String path) {
        staff.opens(path);
        staff.signsInAs(username, ThePlatform.DEMO_PASSWORD);
        assertThat(staff.path()).startsWith(path);
    }

    /** Follows an area by the interface for programs and the button behind the mail's link. */
    static void follows(ThePlatform platform, String address, String area) {
        follows(platform, address, area, "at-once");
    }

    /** @param frequency how often they hear of it, as the API calls it */
    static void follows(ThePlatform platform, String address, String area, String frequency) {
        Mail mail = asksToFollow(platform, address, area, frequency);
        assertThat(post(MailReading.link(mail, "/alerts/confirm/"), "").statusCode())
                .isEqualTo(303);
    }

    /** Asks for alerts and finds the mail that wants to have it confirmed. */
    static Mail asksToFollow(ThePlatform platform, String address, String area) {
        return asksToFollow(platform, address, area, "at-once");
    }

    private static Mail asksToFollow(ThePlatform platform, String address, String area, String frequency) {
        long before =
                platform.mailsTo(address).stream().mapToLong(Mail::id).max().orElse(0);
        HttpResponse<String> asked = send(
                platform.home() + "/api/v1/alerts/sign-ups",
                "application/json",
                "{\"address\": \"%s\", \"area\": \"%s\", \"frequency\": \"%s\"}".formatted(address, area, frequency));
        assertThat(asked.statusCode()).isEqualTo(202);
        return platform.awaitMail(
                address, sent -> sent.id() > before && sent.text().contains("/alerts/confirm/"));
    }

    static HttpResponse<String> post(String address, String body) {
        return send(address, "application/x-www-form-urlencoded", body);
    }

    private static HttpResponse<String> send(String address, String type, String body) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create(address))
                            .header("Content-Type", type)
                            .POST(HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException("No answer from " + address, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
