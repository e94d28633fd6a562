package org.bluelamp.feedback.council.web;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.bluelamp.feedback.council.Council;
import org.bluelamp.feedback.submission.Typed;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.service.outgoing.PublicAddresses;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * Where a council takes reports, as a browser sends it.
 *
 * @param name the council's name
 * @param reportUrl its own page for reports
 * @param endPoint its Open311 end point; may be empty
 * @param jurisdiction what the end point calls the council; may be empty
 * @param key a new API key; empty keeps the one that is kept
 * @param services one line for each theme, {@code theme = code}
 */
record CouncilForm(String name, String reportUrl, String endPoint, String jurisdiction, String key, String services) {

    private static final int LONGEST_URL = 500;
    private static final int LONGEST_WORD = 100;

    /** Takes what a browser sent. */
    CouncilForm(
            @Nullable String name,
            @Nullable String reportUrl,
            @Nullable String endPoint,
            @Nullable String jurisdiction,
            @Nullable String key,
            @Nullable String services) {
        this.name = line(name);
        this.reportUrl = line(reportUrl);
        this.endPoint = line(endPoint).replaceAll("/+$", "");
        this.jurisdiction = line(jurisdiction);
        this.key = line(key);
        this.services = Typed.clean(Objects.requireNonNullElse(services, "")).strip();
    }

    static CouncilForm of(Council council) {
        StringBuilder services = new StringBuilder();
        council.services().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(one -> services.append(one.getKey())
                        .append(" = ")
                        .append(one.getValue())
                        .append('\n'));
        return new CouncilForm(
                council.name(),
                council.reportUrl(),
                council.endPoint(),
                council.jurisdiction(),
                "",
                services.toString());
    }

    /**
     * What it says, when it is in order; otherwise each mistake is told at its field.
     *
     * @param themes codes of the themes that are a council's
     */
    @Nullable
    Council read(Errors errors, AreaCode district, long version, List<String> themes, boolean privateEndPoints) {
        if (name.isEmpty() || Typed.length(name) > 120) {
            errors.rejectValue("name", "NotBlank", "Enter the council's name in 120 characters or fewer");
        }
        if (!web(reportUrl, false, true)) {
            errors.rejectValue(
                    "reportUrl", "NotBlank", "Enter the address of a page, such as https://council.example.org/report");
        }
        if (!endPoint.isEmpty() && !web(endPoint, !privateEndPoints, privateEndPoints)) {
            errors.rejectValue(
                    "endPoint",
                    "Url",
                    "Enter an address on the public internet that begins with https://, or leave it empty");
        }
        if (Typed.length(jurisdiction) > LONGEST_WORD) {
            errors.rejectValue("jurisdiction", "Size", "Enter 100 characters or fewer");
        }
        if (Typed.length(key) > 500) {
            errors.rejectValue("key", "Size", "Enter 500 characters or fewer");
        }
        Map<String, String> codes = codes(errors, themes);
        if (!endPoint.isEmpty() && codes.isEmpty() && !errors.hasFieldErrors("services")) {
            errors.rejectValue(
                    "services",
                    "NotBlank",
                    "Say for at least one theme what the end point calls it, or leave the end point empty");
        }
        return errors.hasErrors()
                ? null
                : new Council(
                        district,
                        name,
                        reportUrl,
                        endPoint.isEmpty() ? null : endPoint,
                        jurisdiction,
                        false,
                        codes,
                        version);
    }

    private Map<String, String> codes(Errors errors, List<String> themes) {
        Map<String, String> codes = new HashMap<>();
        for (String line : services.lines().filter(one -> !one.isBlank()).toList()) {
            int equals = line.indexOf('=');
            String theme = equals < 0 ? "" : line.substring(0, equals).strip();
            String code = equals < 0 ? "" : line.substring(equals + 1).strip();
            if (!themes.contains(theme) || code.isEmpty() || code.length() > LONGEST_WORD) {
                errors.rejectValue(
                        "services",
                        "Shape",
                        "Write each line as a theme, an equals sign and the council's code. The themes are "
                                + String.join(", ", themes));
                return Map.of();
            }
            codes.put(theme, code);
        }
        return codes;
    }

    private static boolean web(String url, boolean secure, boolean privateToo) {
        try {
            URI read = new URI(url);
            String scheme = Objects.requireNonNullElse(read.getScheme(), "").toLowerCase(Locale.ROOT);
            if (read.getHost() == null
                    || !scheme.matches(secure ? "https" : "https?")
                    || read.getUserInfo() != null
                    || read.getFragment() != null
                    || url.length() > LONGEST_URL) {
                return false;
            }
            if (!privateToo) {
                new PublicAddresses(false).resolve(read.getHost());
            }
            return true;
        } catch (URISyntaxException | UnknownHostException e) {
            return false;
        }
    }

    private static String line(@Nullable String typed) {
        return typed == null ? "" : Typed.oneLine(typed);
    }

    /** Says no key, so that none ends in a log. */
    @Override
    public String toString() {
        return "CouncilForm[" + name + "]";
    }
}
