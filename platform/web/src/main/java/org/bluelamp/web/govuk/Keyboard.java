package org.bluelamp.web.govuk;

import org.jspecify.annotations.Nullable;

/**
 * What a text field expects, so that phones show the right keys and browsers offer the right memory.
 *
 * @param type of the input element
 * @param inputmode which keys a phone shows
 * @param autocomplete what a browser may fill in (WCAG 1.3.5)
 * @param autocapitalize whether a phone makes capitals
 * @param pattern for old phones that ignore the input mode
 * @param spellcheck null leaves it to the browser
 */
public record Keyboard(
        String type,
        @Nullable String inputmode,
        @Nullable String autocomplete,
        @Nullable String autocapitalize,
        @Nullable String pattern,
        @Nullable Boolean spellcheck) {

    public static final Keyboard TEXT = new Keyboard("text", null, null, null, null, null);
    public static final Keyboard EMAIL = new Keyboard("email", null, "email", null, null, false);
    public static final Keyboard TELEPHONE = new Keyboard("tel", null, "tel", null, null, null);
    public static final Keyboard POSTCODE = new Keyboard("text", null, "postal-code", "characters", null, false);
    public static final Keyboard NUMBER = new Keyboard("text", "numeric", null, null, null, false);
    public static final Keyboard ONE_TIME_CODE = new Keyboard("text", "numeric", "one-time-code", null, null, false);
    public static final Keyboard SEARCH = new Keyboard("search", null, null, null, null, false);
    public static final Keyboard NAME = new Keyboard("text", null, "name", null, null, false);
    public static final Keyboard WEB_ADDRESS = new Keyboard("url", null, null, null, null, false);
}
