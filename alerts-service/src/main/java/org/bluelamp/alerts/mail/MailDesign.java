package org.bluelamp.alerts.mail;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Map;
import org.bluelamp.web.page.Pages;
import org.springframework.stereotype.Component;

/** Makes the plain text and the HTML of a mail. Nothing in it is loaded from elsewhere, so nothing tells who reads it. */
@Component
public class MailDesign {

    private final TemplateEngine templates;
    private final String siteName;

    MailDesign(TemplateEngine templates, Pages pages) {
        this.templates = templates;
        this.siteName = pages.site().name();
    }

    /** The name under which mail goes out that is from no single team. */
    public String siteName() {
        return siteName;
    }

    /** A whole mail. */
    public Mail mail(String senderName, String subject, MailBody body, Map<String, String> headers) {
        return mail(senderName, siteName, subject, body, headers);
    }

    /** A whole mail of somebody else than the police, whose name stands wherever the site's does in other mails. */
    public Mail mailOf(String senderName, String subject, MailBody body, Map<String, String> headers) {
        return mail(senderName, senderName, subject, body, headers);
    }

    private Mail mail(String senderName, String brand, String subject, MailBody body, Map<String, String> headers) {
        return new Mail(senderName, subject, text(brand, body), html(brand, subject, body), headers);
    }

    private String html(String brand, String subject, MailBody body) {
        var output = new StringOutput();
        templates.render("alerts/mail.jte", Map.of("subject", subject, "brand", brand, "body", body), output);
        return output.toString();
    }

    private String text(String brand, MailBody body) {
        var text = new StringBuilder();
        if (body.caption() != null) {
            text.append(body.caption()).append("\n\n");
        }
        text.append(body.heading()).append("\n\n");
        body.paragraphs().forEach(paragraph -> text.append(paragraph).append("\n\n"));
        var action = body.action();
        if (action != null) {
            text.append(action.text()).append(":\n").append(action.url()).append("\n\n");
        }
        for (var section : body.sections()) {
            text.append(section.heading()).append("\n\n");
            for (var entry : section.entries()) {
                text.append("* ").append(entry.title()).append('\n');
                if (entry.text() != null) {
                    text.append("  ").append(entry.text()).append('\n');
                }
                text.append("  ").append(entry.url()).append("\n\n");
            }
            if (section.more() != null) {
                text.append(section.more()).append("\n\n");
            }
        }
        // The line by which mail programs know that what follows is not the message itself (RFC 3676, section 4.3).
        text.append("-- \n").append(brand).append("\n\n");
        body.reason().forEach(sentence -> text.append(sentence).append("\n\n"));
        body.links()
                .forEach(link -> text.append(link.text())
                        .append(":\n")
                        .append(link.url())
                        .append("\n\n"));
        return text.toString().stripTrailing() + "\n";
    }
}
