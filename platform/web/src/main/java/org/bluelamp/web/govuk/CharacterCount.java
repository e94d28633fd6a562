package org.bluelamp.web.govuk;

import gg.jte.generated.precompiled.govuk.JtecharacterCountGenerated;
import gg.jte.html.HtmlTemplateOutput;
import org.jspecify.annotations.Nullable;

/**
 * Several lines of text with a limit that is said beforehand and counted down by script.
 *
 * @param max how much may be written
 * @param words whether words are counted, not characters
 * @param threshold the share of the limit, in percent, from which the count is shown
 */
public record CharacterCount(
        Textarea textarea, int max, boolean words, @Nullable Integer threshold) implements Component {

    public CharacterCount(Textarea textarea, int max) {
        this(textarea, max, false, null);
    }

    /** With words counted. */
    public CharacterCount countingWords() {
        return new CharacterCount(textarea, max, true, threshold);
    }

    public CharacterCount threshold(int percent) {
        return new CharacterCount(textarea, max, words, percent);
    }

    public String infoId() {
        return textarea.field().id() + "-info";
    }

    public String limit() {
        return "You can enter up to " + max + (words ? " words" : " characters");
    }

    public @Nullable Integer maxlength() {
        return words ? null : max;
    }

    public @Nullable Integer maxwords() {
        return words ? max : null;
    }

    public String css() {
        return Classes.of("govuk-js-character-count", textarea.css());
    }

    public String groupCss() {
        return Classes.of(textarea.field().groupCss(), "govuk-character-count");
    }

    @Override
    public void render(HtmlTemplateOutput output) {
        JtecharacterCountGenerated.render(output, null, this);
    }
}
