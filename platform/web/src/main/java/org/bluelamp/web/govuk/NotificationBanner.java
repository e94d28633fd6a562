package org.bluelamp.web.govuk;

import gg.jte.Content;
import gg.jte.generated.precompiled.govuk.JtenotificationBannerGenerated;
import gg.jte.html.HtmlTemplateOutput;
import org.jspecify.annotations.Nullable;

/**
 * News about what the reader just did, or that the reader must know first.
 *
 * @param success green, announced at once
 * @param role null for the usual one
 */
public record NotificationBanner(
        Content content,
        boolean success,
        Content title,
        String titleId,
        int titleLevel,
        @Nullable String role,
        @Nullable Boolean disableAutoFocus,
        String classes)
        implements Component {

    /** With free content, such as a heading and a link. */
    public NotificationBanner(Content content) {
        this(content, false, new Text("Important"), "govuk-notification-banner-title", 2, null, null, "");
    }

    /** With one line. */
    public NotificationBanner(String text) {
        this((Content) new Line(text));
    }

    /** What the reader just did has worked. */
    public static NotificationBanner success(String text) {
        return success(new Line(text));
    }

    public static NotificationBanner success(Content content) {
        return new NotificationBanner(
                content, true, new Text("Success"), "govuk-notification-banner-title", 2, null, null, "");
    }

    public NotificationBanner title(String text) {
        return new NotificationBanner(
                content, success, new Text(text), titleId, titleLevel, role, disableAutoFocus, classes);
    }

    public NotificationBanner titleId(String id) {
        return new NotificationBanner(content, success, title, id, titleLevel, role, disableAutoFocus, classes);
    }

    public String css() {
        return Classes.of(
                "govuk-notification-banner", Classes.when(success, "govuk-notification-banner--success"), classes);
    }

    public String landmark() {
        return role != null ? role : success ? "alert" : "region";
    }

    /** One line in the banner's own heading style. */
    public record Line(Content content) implements Component {

        public Line(String text) {
            this(new Text(text));
        }

        @Override
        public void render(HtmlTemplateOutput output) {
            output.writeContent("<p class=\"govuk-notification-banner__heading\">");
            output.setContext("p", null);
            output.writeUserContent(content);
            output.writeContent("</p>");
        }
    }

    @Override
    public void render(HtmlTemplateOutput output) {
        JtenotificationBannerGenerated.render(output, null, this);
    }
}
