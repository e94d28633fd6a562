package org.bluelamp.web.error;

import java.util.List;
import org.bluelamp.web.form.SentForm;
import org.jspecify.annotations.Nullable;

/**
 * What an error page says.
 *
 * @param title what happened
 * @param advice what to do now, a paragraph each
 * @param finds whether residents are offered the box that finds their team
 * @param form what could not be taken and can be sent again; null for none
 * @param reference to name when reporting a fault of ours; null when it is none
 */
public record ErrorWords(
        String title,
        List<String> advice,
        boolean finds,
        @Nullable SentForm form,
        @Nullable String reference) {

    private ErrorWords(String title, List<String> advice, @Nullable String reference) {
        this(title, advice, false, null, reference);
    }

    private ErrorWords(String title, List<String> advice, boolean finds, @Nullable String reference) {
        this(title, advice, finds, null, reference);
    }

    /** The same with a form to be sent again. */
    ErrorWords with(@Nullable SentForm sent) {
        return new ErrorWords(title, advice, finds, sent, reference);
    }

    /** What somebody sent was not read, because too much was on its way at the same moment. */
    static ErrorWords busy(@Nullable String reference) {
        return new ErrorWords(
                "We could not take what you sent",
                List.of(
                        "Very many people are sending us something right now.",
                        "Go back, wait a minute and send it again. What you typed is still there."),
                reference);
    }

    static ErrorWords of(int status, @Nullable String reference) {
        return switch (status) {
            case 401 ->
                new ErrorWords(
                        "Sign in to see this page",
                        List.of("You were not signed in, or it was too long ago.", "Sign in and open the page again."),
                        null);
            case 403 ->
                new ErrorWords(
                        "You cannot open this page",
                        List.of(
                                "Your account does not have the right to see or do this.",
                                "If you need it for your work, ask an administrator of your force."),
                        null);
            case 404 ->
                new ErrorWords(
                        "Page not found",
                        List.of(
                                "If you typed the web address, check it is correct.",
                                "If you followed a link or copied the address, make sure it is complete."),
                        true,
                        null);
            case 405 ->
                new ErrorWords(
                        "That did not work",
                        List.of(
                                "This page cannot be opened in the way your browser tried, for example by reloading after a form was sent.",
                                "Go back to the page before and try again from there."),
                        null);
            case 408 ->
                new ErrorWords(
                        "That took too long",
                        List.of(
                                "What you sent did not arrive in time, so we stopped waiting for it.",
                                "Check your connection, go back and send it again."),
                        null);
            case 410 ->
                new ErrorWords(
                        "This page has been taken down",
                        List.of("What was here is no longer published.", "The latest news of your area may have more."),
                        true,
                        null);
            case 413 ->
                new ErrorWords(
                        "That was too large",
                        List.of(
                                "What you sent is larger than this site takes.",
                                "Go back, make it shorter and send it again."),
                        null);
            case 429 ->
                new ErrorWords(
                        "Too many requests",
                        List.of(
                                "Many requests came from your connection in a short time, so we paused it.",
                                "Wait a minute and try again. What you typed is still there if you go back."),
                        null);
            case 502, 503, 504 ->
                new ErrorWords(
                        "This part is not available right now",
                        List.of(
                                "We are working on it. Try again in a few minutes; the other parts of this site should work."),
                        reference);
            default ->
                status < 500
                        ? new ErrorWords(
                                "We could not understand that",
                                List.of(
                                        "Something about the address or the form was not as expected.",
                                        "Go back, check what you entered and try again."),
                                null)
                        : new ErrorWords(
                                "Sorry, there is a problem with the service",
                                List.of(
                                        "Something went wrong on our side, and we keep a record of it.",
                                        "Try again in a few minutes."),
                                reference);
        };
    }
}
