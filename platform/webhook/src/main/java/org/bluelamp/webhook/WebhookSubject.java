package org.bluelamp.webhook;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.bluelamp.web.page.StaffSection;

/**
 * What a service tells tools of, in the words of its pages. A service that has one as a bean has
 * {@code /staff/<service>/webhooks} and a {@link Telling}, and has to have the two tables that the module's README shows.
 *
 * @param section of the portal
 * @param crumbs what stands above the pages, the first first
 * @param of what tools are told of, for example {@code news}
 * @param thing what a call is about, for example {@code article}
 * @param called when tools are called, as a sentence
 * @param happened in a word or two what each type of call tells, by the type
 * @param test what a test says
 * @param titles what things are called
 */
public record WebhookSubject(
        StaffSection section,
        List<Crumb> crumbs,
        String of,
        String thing,
        String called,
        Map<String, String> happened,
        String test,
        Titles titles) {

    /** A page above. */
    public record Crumb(String text, String path) {}

    /** Tells what things are called, for pages of staff. */
    @FunctionalInterface
    public interface Titles {

        /** The titles of those things that there still are. */
        Map<UUID, String> of(Set<UUID> things);
    }
}
