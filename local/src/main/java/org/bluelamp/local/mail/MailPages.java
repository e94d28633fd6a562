package org.bluelamp.local.mail;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The pages of the mail catcher. */
final class MailPages {

    static final String STYLE = """
            :root { color-scheme: light; }
            * { box-sizing: border-box; }
            body { margin: 0; font: 1.125rem/1.5 system-ui, sans-serif; color: #0b0c0c; background: #fff; }
            header { background: #0b1f3a; color: #fff; border-bottom: 0.5rem solid #2f7fe0; }
            header a { color: #fff; font-weight: 700; font-size: 1.25rem; }
            header div, main { max-width: 60rem; margin: 0 auto; padding: 1rem; }
            h1 { font-size: 1.75rem; line-height: 1.25; overflow-wrap: anywhere; }
            h2 { font-size: 1.25rem; margin-top: 2rem; }
            a { color: #14559f; text-underline-offset: 0.15em; }
            a:focus-visible, button:focus-visible, input:focus-visible, iframe:focus-visible, [tabindex]:focus-visible {
              outline: 3px solid #0b0c0c; outline-offset: 0; background: #ffdd00; color: #0b0c0c; }
            .skip { position: absolute; left: -999rem; }
            .skip:focus { position: static; display: block; padding: 0.5rem 1rem; }
            ul.mails { list-style: none; padding: 0; }
            ul.mails li { border-top: 1px solid #b1b4b6; padding: 0.75rem 0; overflow-wrap: anywhere; }
            ul.mails a { font-weight: 700; }
            .quiet { color: #505a5f; margin: 0; font-size: 1rem; }
            form { margin: 1rem 0; }
            input, button { font: inherit; padding: 0.4rem 0.6rem; border: 2px solid #0b0c0c; border-radius: 0; }
            input { width: 100%; max-width: 25rem; }
            button { background: #14559f; color: #fff; border-color: #14559f; cursor: pointer; }
            label { display: block; font-weight: 700; }
            dl { display: grid; grid-template-columns: minmax(0, 1fr); gap: 0 1rem; }
            dt { font-weight: 700; }
            dd { margin: 0 0 0.5rem; overflow-wrap: anywhere; }
            @media (min-width: 40rem) { dl { grid-template-columns: minmax(6rem, auto) minmax(0, 1fr); } }
            pre { white-space: pre-wrap; overflow-wrap: anywhere; font: inherit; border: 1px solid #b1b4b6;
              padding: 1rem; margin: 0; }
            iframe { width: 100%; height: 40rem; border: 1px solid #b1b4b6; background: #fff; }
            """;

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm:ss", Locale.UK).withZone(ZoneId.of("Europe/London"));

    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s<>\"]+[^\\s<>\".,;:!?)]");

    private MailPages() {}

    static String list(List<Mail> mails, String address) {
        String title = address.isEmpty() ? "Mails" : "Mails to " + address;
        String items = mails.stream().map(MailPages::item).collect(Collectors.joining());
        String body = """
                <h1>%s</h1>
                <p>Every mail this platform sends ends here; none leaves this machine.</p>
                <form action="/" method="get">
                  <label for="to">Show the mails to one address</label>
                  <input id="to" name="to" type="text" inputmode="email" autocomplete="off" spellcheck="false" value="%s">
                  <button type="submit">Show</button>
                </form>
                %s
                """.formatted(
                        escape(title),
                        escape(address),
                        mails.isEmpty() ? "<p>There are none yet.</p>" : "<ul class=\"mails\">" + items + "</ul>");
        return page(title, body);
    }

    private static String item(Mail mail) {
        return """
                <li><a href="/mails/%d">%s</a>
                <p class="quiet">to %s, from %s, %s</p></li>
                """.formatted(
                        mail.id(),
                        escape(mail.subject()),
                        escape(mail.to()),
                        escape(mail.from()),
                        TIME.format(mail.receivedAt()));
    }

    static String mail(Mail mail) {
        StringBuilder body = new StringBuilder("""
                <p><a href="/">All mails</a></p>
                <h1>%s</h1>
                <dl><dt>From</dt><dd>%s</dd><dt>To</dt><dd>%s</dd><dt>Received</dt><dd>%s</dd></dl>
                """.formatted(
                escape(mail.subject()), escape(mail.from()), escape(mail.to()), TIME.format(mail.receivedAt())));
        if (!mail.text().isEmpty()) {
            body.append("<h2>Text</h2><pre>").append(linked(mail.text())).append("</pre>");
        }
        if (!mail.html().isEmpty()) {
            body.append("""
                    <h2>HTML</h2>
                    <iframe src="/mails/%d/html" title="The mail as HTML"
                      sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe>
                    """.formatted(mail.id()));
        }
        body.append("<h2>Headers</h2><dl>");
        for (Map.Entry<String, List<String>> header : mail.headers().entrySet()) {
            for (String value : header.getValue()) {
                body.append("<dt>").append(escape(header.getKey())).append("</dt><dd>");
                body.append(linked(value)).append("</dd>");
            }
        }
        body.append("</dl><p><a href=\"/mails/").append(mail.id()).append("/source\">Show the source</a></p>");
        return page(mail.subject(), body.toString());
    }

    /** The mail's own HTML; its links open in a new tab, for in the frame they would be shut in with it. */
    static String framed(String html) {
        return "<base target=\"_blank\">" + html;
    }

    static String notFound() {
        return page("Not here", "<h1>There is no such mail</h1><p><a href=\"/\">All mails</a></p>");
    }

    private static String page(String title, String body) {
        return """
                <!DOCTYPE html>
                <html lang="en-GB">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%s – Bluelamp mail catcher</title>
                <link rel="stylesheet" href="/style.css">
                </head>
                <body>
                <a class="skip" href="#main">Skip to main content</a>
                <header><div><a href="/">Bluelamp mail catcher</a></div></header>
                <main id="main" tabindex="-1">
                """.formatted(escape(title)) + body + "</main></body></html>";
    }

    /** Escaped text in which web addresses are links. */
    private static String linked(String text) {
        StringBuilder result = new StringBuilder();
        Matcher matcher = ADDRESS.matcher(text);
        int end = 0;
        while (matcher.find()) {
            String address = escape(matcher.group());
            result.append(escape(text.substring(end, matcher.start())));
            result.append("<a href=\"")
                    .append(address)
                    .append("\" rel=\"noreferrer\">")
                    .append(address)
                    .append("</a>");
            end = matcher.end();
        }
        return result.append(escape(text.substring(end))).toString();
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
