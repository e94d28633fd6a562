package org.bluelamp.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What an editor has while writing: templates, a preview, paste, a colleague at the same article, texts to copy. */
class WritingJourney extends Journey {

    private static final String PASTED = "<h2>What to bring</h2><ul><li><b>Your bike</b></li></ul><script>x</script>";

    @Test
    void what_is_typed_and_pasted_shows_as_readers_will_see_it_without_being_saved() {
        try (Visitor editor = visitor(Scripts.ON, DESK)) {
            Story.signIn(editor, "erin.editor", "/staff/news/templates");
            editor.follows("Start a draft from Meeting notice");
            assertThat(editor.find("input[name=title]")).hasValue("Meet your neighbourhood team in [place]");
            choosesStevenageNorth(editor);
            editor.find("summary")
                    .filter(new Locator.FilterOptions().setHasText("Preview while you type"))
                    .click();
            assertThat(editor.find(".bl-preview")).containsText("You do not need to book");

            editor.find("textarea[name=body]").fill("Hello.\n\n");
            paste(editor, PASTED);
            assertThat(editor.find("textarea[name=body]")).hasValue("Hello.\n\n## What to bring\n\n- **Your bike**");
            assertThat(editor.find(".bl-preview .bl-prose h2")).containsText("What to bring");
            editor.findsThePageAccessible();

            editor.presses("Preview");
            editor.sees("Still to be filled in: [place]");
            editor.seesHeading("How it reads");
            editor.findsThePageAccessible();
        }
    }

    @ParameterizedTest
    @EnumSource(Scripts.class)
    void two_who_change_an_article_at_once_merge_and_post_what_was_published(Scripts scripts) {
        String title = "Bikes marked " + UUID.randomUUID().toString().substring(0, 8);
        try (Visitor erin = visitor(scripts, PHONE);
                Visitor rhys = visitor(scripts, DESK)) {
            Story.signIn(erin, "erin.editor", "/staff/news");
            erin.opens("/staff/news/new");
            erin.find("input[name=title]").fill(title);
            erin.find("textarea[name=summary]").fill("Bring your bike.");
            erin.find("textarea[name=body]").fill("First line.\n\nSecond line.\n\nThird line.");
            choosesStevenageNorth(erin);
            erin.presses("Save draft");
            String article = erin.path().replaceFirst("\\?.*", "");

            erin.opens(article + "/edit");
            Story.signIn(rhys, "rhys.reviewer", "/staff/news");
            rhys.opens(article + "/edit");
            rhys.find("textarea[name=summary]").fill("Bring your bike on Saturday.");
            rhys.find("textarea[name=body]").fill("First line.\n\nSecond line.\n\nThird line, by Rhys.");
            rhys.presses("Save draft");
            erin.find("textarea[name=body]").fill("First line, by Erin.\n\nSecond line.\n\nThird line.");
            erin.presses("Save draft");

            erin.seesHeading("Two of you changed this article");
            erin.findsThePageAccessible();
            erin.takesPicture("merge-" + scripts.name().toLowerCase(Locale.ROOT));
            erin.presses("Save draft");
            erin.seesHeading(title);
            erin.sees("First line, by Erin.");
            erin.sees("Third line, by Rhys.");
            erin.sees("Bring your bike on Saturday.");
            erin.findsThePageAccessible();

            erin.presses("Publish");
            erin.presses("Publish now");
            erin.seesHeading("Texts for social networks");
            Locator facebook = erin.find("details")
                    .filter(new Locator.FilterOptions().setHasText("Facebook"))
                    .first();
            facebook.locator("summary").click();
            assertThat(facebook.locator("textarea").first()).containsText(title);
            erin.findsThePageAccessible();
            if (scripts == Scripts.ON) {
                facebook.locator("button").first().click();
                assertThat(facebook.locator("[role=status]").first()).not().isEmpty();
            }
        }
    }

    private static void choosesStevenageNorth(Visitor editor) {
        editor.find("summary")
                .filter(new Locator.FilterOptions().setHasText("Neighbourhoods in Stevenage"))
                .click();
        editor.ticks("Stevenage North");
    }

    /** As a browser does with what was copied elsewhere. */
    private static void paste(Visitor editor, String html) {
        editor.find("textarea[name=body]").evaluate("""
                (box, html) => {
                  const copied = new DataTransfer()
                  copied.setData('text/html', html)
                  copied.setData('text/plain', 'plain')
                  box.focus()
                  box.setSelectionRange(box.value.length, box.value.length)
                  box.dispatchEvent(new ClipboardEvent('paste', { clipboardData: copied, bubbles: true, cancelable: true }))
                }""", html);
    }
}
