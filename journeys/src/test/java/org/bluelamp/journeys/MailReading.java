package org.bluelamp.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bluelamp.local.mail.Mail;

/** What a reader, or a mail program, takes from a mail. */
final class MailReading {

    private static final Pattern BRACKETS = Pattern.compile("<(https?://[^>]+)>");

    private MailReading() {}

    /** The first address in the plain text that holds the fragment. */
    static String link(Mail mail, String fragment) {
        Matcher matcher = Pattern.compile("https?://\\S*" + Pattern.quote(fragment) + "\\S*")
                .matcher(mail.text());
        assertThat(matcher.find())
                .as("a link with %s in: %s", fragment, mail.text())
                .isTrue();
        return matcher.group();
    }

    /** The address that RFC 8058 lets a mail program post to. */
    static String oneClickAddress(Mail mail) {
        assertThat(mail.header("List-Unsubscribe-Post")).contains("List-Unsubscribe=One-Click");
        Matcher matcher = BRACKETS.matcher(mail.header("List-Unsubscribe").orElseThrow());
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }
}
