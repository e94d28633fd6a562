package org.bluelamp.contact;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A mail address as a person gave it. It never shows in a log: {@link #toString} keeps it to itself.
 *
 * @param value the address, trimmed, its domain in ASCII and lower case; the part before the @ as it was given
 */
public record MailAddress(String value) {

    /** The dot-atom of RFC 5322, which is what mailboxes in use look like; quoted local parts are refused. */
    private static final Pattern LOCAL =
            Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*");

    private static final Pattern DOMAIN =
            Pattern.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]");

    /** Reads what a person typed; empty when no mail can be sent there. Lengths as in RFC 5321, section 4.5.3.1. */
    public static Optional<MailAddress> parse(String typed) {
        var text = typed.strip();
        var at = text.lastIndexOf('@');
        if (at < 1 || at > 64 || text.length() > 254) {
            return Optional.empty();
        }
        String domain;
        try {
            domain = IDN.toASCII(text.substring(at + 1), IDN.USE_STD3_ASCII_RULES)
                    .toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException notADomain) {
            return Optional.empty();
        }
        var local = text.substring(0, at);
        return LOCAL.matcher(local).matches() && DOMAIN.matcher(domain).matches() && domain.length() <= 253
                ? Optional.of(new MailAddress(local + "@" + domain))
                : Optional.empty();
    }

    /** The form by which an address is found: upper and lower case are one address. */
    public String normalised() {
        return value.toLowerCase(Locale.ROOT);
    }

    /**
     * The mailbox, as far as it can be guessed: without what stands behind a plus sign, which many providers let their
     * users add, and without dots, which some ignore. Several addresses may share it; mail goes to none of them by it.
     */
    public String mailbox() {
        var whole = normalised();
        var at = whole.lastIndexOf('@');
        var plus = whole.indexOf('+');
        var local = plus > 0 && plus < at ? whole.substring(0, plus) : whole.substring(0, at);
        return local.replace(".", "") + whole.substring(at);
    }

    @Override
    public String toString() {
        return "MailAddress[not shown]";
    }
}
