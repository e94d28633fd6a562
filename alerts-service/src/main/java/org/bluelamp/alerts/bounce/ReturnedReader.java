package org.bluelamp.alerts.bounce;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.dsn.DeliveryStatus;
import org.eclipse.angus.mail.dsn.MultipartReport;
import org.jspecify.annotations.Nullable;

/**
 * Understands what mail servers and providers send back. Which email it is about is told by the Message-ID of the email
 * that is returned with the report, or else by the address that the report came to, where that names the delivery
 * ({@link #VERP}). Both hold a delivery's id, which nobody but its receiver and the servers between can know.
 */
final class ReturnedReader {

    /** The address that emails come back to names the delivery behind a plus sign. */
    static final Pattern VERP = Pattern.compile("\\+([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})@");

    private static final Pattern STATUS = Pattern.compile("[245]\\.\\d{1,3}\\.\\d{1,3}");
    private static final List<String> TO = List.of("To", "Delivered-To", "X-Original-To", "Envelope-To");

    private ReturnedReader() {}

    /** What a message is. Never fails: what cannot be understood is unreadable. */
    static Returned read(MimeMessage message) {
        try {
            if (message.isMimeType("multipart/report") && message.getContent() instanceof MimeMultipart report) {
                return switch (type(message)) {
                    case "feedback-report" -> complaint(message, report);
                    default ->
                        report instanceof MultipartReport parts ? failure(message, parts) : unreadable("a report");
                };
            }
            var automatic = message.getHeader("Auto-Submitted", null);
            return automatic != null
                            && automatic.strip().toLowerCase(Locale.ROOT).startsWith("auto-replied")
                    ? new Returned.Nothing()
                    : unreadable("no report");
        } catch (MessagingException | IOException | RuntimeException broken) {
            return unreadable(broken.getClass().getSimpleName());
        }
    }

    private static String type(Part message) throws MessagingException {
        var type = new ContentType(message.getContentType()).getParameter("report-type");
        return type == null ? "" : type.toLowerCase(Locale.ROOT);
    }

    private static Returned failure(MimeMessage message, MultipartReport parts) throws MessagingException, IOException {
        if (!(parts.getReport() instanceof DeliveryStatus status)) {
            return unreadable("a report of another kind");
        }
        var failed = failed(status);
        if (failed.isEmpty()) {
            return status.getRecipientDSNCount() == 0 ? unreadable("a report about nobody") : new Returned.Nothing();
        }
        return delivery(message, parts.getReturnedMessage())
                .<Returned>map(delivery -> new Returned.Failure(delivery, failed.get()))
                .orElseGet(() -> unreadable("a report of an email that is not known"));
    }

    /** The status of the first recipient that it failed for, for good; our emails have one recipient each. */
    private static Optional<String> failed(DeliveryStatus status) {
        for (var n = 0; n < status.getRecipientDSNCount(); n++) {
            var recipient = status.getRecipientDSN(n);
            var code = STATUS.matcher(String.valueOf(recipient.getHeader("Status", null)));
            if ("failed"
                            .equalsIgnoreCase(String.valueOf(recipient.getHeader("Action", null))
                                    .strip())
                    && code.find()
                    && code.group().startsWith("5")) {
                return Optional.of(code.group());
            }
        }
        return Optional.empty();
    }

    private static Returned complaint(MimeMessage message, MimeMultipart parts) throws MessagingException, IOException {
        var kind = "";
        @Nullable MimeMessage returned = null;
        for (var n = 0; n < parts.getCount(); n++) {
            var part = parts.getBodyPart(n);
            if (part.isMimeType("message/feedback-report")) {
                kind = String.valueOf(headers(part).getHeader("Feedback-Type", null))
                        .strip();
            } else if (part.isMimeType("message/rfc822") || part.isMimeType("text/rfc822-headers")) {
                returned = part.getContent() instanceof MimeMessage email ? email : null;
            }
        }
        if (!kind.equalsIgnoreCase("abuse") && !kind.equalsIgnoreCase("fraud") && !kind.equalsIgnoreCase("opt-out")) {
            return kind.isEmpty() ? unreadable("a complaint without a kind") : new Returned.Nothing();
        }
        return delivery(message, returned)
                .<Returned>map(Returned.Complaint::new)
                .orElseGet(() -> unreadable("a complaint about an email that is not known"));
    }

    private static InternetHeaders headers(BodyPart part) throws MessagingException, IOException {
        try (var content = part.getInputStream()) {
            return new InternetHeaders(content);
        }
    }

    private static Optional<UUID> delivery(MimeMessage message, @Nullable MimeMessage returned)
            throws MessagingException {
        if (returned != null) {
            var id = MessageIds.delivery(returned.getHeader("Message-ID", null));
            if (id.isPresent()) {
                return id;
            }
        }
        for (var name : TO) {
            var values = message.getHeader(name, ",");
            var named = VERP.matcher(values == null ? "" : values.toLowerCase(Locale.ROOT));
            if (named.find()) {
                return Optional.of(UUID.fromString(named.group(1)));
            }
        }
        return Optional.empty();
    }

    private static Returned unreadable(String why) {
        return new Returned.Unreadable(why);
    }
}
