package org.bluelamp.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Nothing is read by everybody before a person has let it out, and what speaks of danger is before a person at once. */
class ModerationJourney extends Journey {

    private static final String QUEUE = "/staff/feedback/moderation";

    /** May be a minute old; whoever looks at another order or page of it sees what is new at once. */
    private static final String SAID = Story.FORM + "/said";

    private final String mark = UUID.randomUUID().toString().substring(0, 8);

    @Test
    void what_says_who_somebody_is_is_taken_out_or_kept_back_by_an_officer_before_neighbours_read_it() {
        String told = mark + ": Mr Barry Quick sells from a van, AB12 CDE, by the shops. Ring me on 07700 900456";
        String shown = mark + ": [name] sells from a van, [number plate], by the shops.";
        String accusation = mark + " again: everybody knows it is the tall boy from the corner house who deals";
        try (Visitor resident = visitor(Scripts.ON, PHONE);
                Visitor officer = visitor(Scripts.OFF)) {
            String first = Story.tells(resident, "Drug dealing or drug use", told);
            String second = Story.tells(resident, "Drug dealing or drug use", accusation);
            resident.opens(SAID);
            assertThat(resident.has(mark)).as("words that nobody has let out").isFalse();

            Story.signIn(officer, "olive.officer", QUEUE);
            officer.opens(QUEUE + "/" + first);
            officer.takesPicture("moderation-suggestion");
            officer.sees("We removed 3 below");
            Locator words = officer.find("textarea[name=text]");
            assertThat(words.inputValue())
                    .isEqualTo(mark
                            + ": [name] sells from a van, [number plate], by the shops. Ring me on [telephone number]");
            officer.find("input[name=decision][value=show]").check();
            words.fill(told);
            officer.presses("Save decision");
            officer.sees("There is a problem");
            officer.takesPicture("moderation-rules");
            words.fill(shown);
            officer.presses("Save decision");
            officer.sees("Your decision has been saved");

            officer.opens(QUEUE + "/" + second);
            officer.find("input[name=decision][value=keep-back]").check();
            officer.find("textarea[name=note]").fill("The corner house is known to us. Ask Sam first");
            officer.presses("Save decision");
            officer.sees("Select why you are not publishing it");
            officer.find("input[name=reason][value=accusation]").check();
            officer.presses("Save decision");
            officer.sees("Your decision has been saved");
            officer.opens(QUEUE + "/" + second);
            officer.sees("Not published by Olive Hargreave");
            officer.sees("The corner house is known to us");

            resident.opens(SAID + "?order=supported");
            resident.sees(shown);
            assertThat(resident.find("main").innerText()).doesNotContain("Quick", "AB12", "07700", "corner house");
            resident.findsThePageAccessible();
            resident.takesPicture("phone-said-redacted");

            officer.opens(QUEUE + "/" + first);
            officer.sees("Published by Olive Hargreave");
            officer.find("input[name=decision][value=keep-back]").check();
            officer.find("input[name=reason][value=names-somebody]").check();
            officer.presses("Save decision");
            resident.opens(SAID + "?page=1");
            assertThat(resident.has(mark)).as("words that were taken back").isFalse();

            assertThat(platform().deeds("feedback", first))
                    .containsExactly("Olive Hargreave: concern.shown", "Olive Hargreave: concern.kept-back");
            assertThat(platform().deeds("feedback", second)).containsExactly("Olive Hargreave: concern.kept-back");
        }
    }

    @Test
    void what_speaks_of_danger_stands_first_before_the_team_at_once() {
        String threat = mark + ": a man by the chip shop shouts that he has a gun and comes back tonight";
        try (Visitor resident = visitor(Scripts.ON, PHONE);
                Visitor officer = visitor(Scripts.ON, PHONE)) {
            String reference = Story.tells(resident, "Anti-social behaviour", threat);
            resident.sees("In an emergency call 999");

            Story.signIn(officer, "olive.officer", "/staff/feedback/contacts");
            Locator urgent = officer.find("main ol > li:has-text('Read at once')");
            assertThat(urgent.locator("a[href$='" + reference + "']").count())
                    .as("the case among those to be read at once")
                    .isEqualTo(1);
            assertThat(officer.find("main ol > li").first().innerText())
                    .as("the top of the list")
                    .containsIgnoringCase("Read at once");
            officer.findsThePageAccessible();
            officer.takesPicture("phone-read-at-once");
            officer.opens("/staff/feedback/contacts/" + reference);
            officer.sees("This may be about someone in danger");
            officer.findsThePageAccessible();
            officer.presses("Take this case");
            officer.sees("Olive Hargreave");
            officer.opens("/staff/feedback/contacts/" + reference + "/answer");
            officer.find("textarea[name=text]")
                    .fill("Colleagues are on their way. Stay inside, and call 999 if he is back");
            officer.find("main form:has(textarea[name=text]) button").last().click();
            officer.sees("Colleagues are on their way");
            officer.opens("/staff/feedback/contacts?state=waiting");
            assertThat(officer.find("main ol a[href$='" + reference + "']").count())
                    .as("what was answered, among what waits")
                    .isZero();
        }
    }
}
