package org.bluelamp.web.govuk;

import gg.jte.Content;
import gg.jte.generated.precompiled.govuk.JteserviceNavigationGenerated;
import gg.jte.html.HtmlTemplateOutput;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The main sections of the site.
 *
 * @param name of the service; null when the masthead says it already
 * @param collapse whether small screens show a menu button (script; without it all links show)
 */
public record ServiceNavigation(
        @Nullable String name,
        @Nullable String nameHref,
        List<Item> items,
        boolean collapse,
        String label,
        String menu,
        String id,
        String classes)
        implements Component {

    public ServiceNavigation {
        items = List.copyOf(items);
    }

    public ServiceNavigation(List<Item> items) {
        this(null, null, items, items.size() > 1, "Menu", "Menu", "navigation", "");
    }

    public String css() {
        return Classes.of("govuk-service-navigation", classes);
    }

    /** Where the reader stands in relation to a section. */
    public enum Place {
        ELSEWHERE,
        /** Somewhere below the section's first page. */
        INSIDE,
        /** On the section's first page. */
        HERE
    }

    /** A section. */
    public record Item(Content content, @Nullable String href, Place place) {

        public Item(String text, String href, Place place) {
            this(new Text(text), href, place);
        }

        public boolean active() {
            return place != Place.ELSEWHERE;
        }

        public @Nullable String current() {
            return switch (place) {
                case ELSEWHERE -> null;
                case INSIDE -> "true";
                case HERE -> "page";
            };
        }

        public String css() {
            return Classes.of(
                    "govuk-service-navigation__item", Classes.when(active(), "govuk-service-navigation__item--active"));
        }
    }

    @Override
    public void render(HtmlTemplateOutput output) {
        JteserviceNavigationGenerated.render(output, null, this);
    }
}
