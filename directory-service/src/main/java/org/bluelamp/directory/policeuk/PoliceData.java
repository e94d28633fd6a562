package org.bluelamp.directory.policeuk;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The records of the national police data exactly as data.police.uk writes them: numbers as strings, nulls told, hyphens
 * in some names and underscores in others, local times of the United Kingdom without a zone. We write them and read them.
 */
public final class PoliceData {

    private PoliceData() {}

    /** An entry of a list of forces or neighbourhoods. */
    public record Named(@Nullable String id, @Nullable String name) {}

    /** Degrees, WGS84. */
    public record Point(@Nullable String latitude, @Nullable String longitude) {}

    /** @param rank free text */
    public record Officer(
            @Nullable String name,
            @Nullable String rank,
            @Nullable String bio,
            @Nullable Map<String, @Nullable String> contact_details) {}

    /** @param url "" when there is none */
    public record EngagementMethod(
            @Nullable String title,
            @Nullable String url,
            @Nullable String description) {}

    /** @param description HTML */
    public record Force(
            @Nullable String id,
            @Nullable String name,
            @Nullable String description,
            @Nullable String url,
            @Nullable String telephone,
            @Nullable List<EngagementMethod> engagement_methods) {}

    /** A page elsewhere. */
    public record Link(
            @Nullable String title,
            @Nullable String url,
            @Nullable String description) {}

    /** @param address lines, each but the first after a line break and a comma */
    public record Location(
            @Nullable String name,
            @Nullable String type,
            @Nullable String address,
            @Nullable String postcode,
            @Nullable String latitude,
            @Nullable String longitude,
            @Nullable String description) {}

    /**
     * @param description HTML
     * @param url_force its page on the force's site; "" when there is none
     * @param population "0" when nobody told
     */
    public record Neighbourhood(
            @Nullable String id,
            @Nullable String name,
            @Nullable String description,
            @Nullable String url_force,
            @Nullable String population,
            @Nullable Point centre,
            @Nullable Map<String, @Nullable String> contact_details,
            @Nullable List<Link> links,
            @Nullable List<Location> locations) {}

    /** @param description HTML */
    public record Event(
            @Nullable String title,
            @Nullable String description,
            @Nullable String address,
            @Nullable String type,
            @Nullable String start_date,
            @Nullable String end_date,
            @Nullable Map<String, @Nullable String> contact_details) {}

    /** Issue and action are HTML; the action of an open priority may be null. */
    public record Priority(
            @Nullable String issue,
            @JsonProperty("issue-date") @Nullable String issueDate,
            @Nullable String action,
            @JsonProperty("action-date") @Nullable String actionDate) {}

    /** In which neighbourhood of which force a point lies. */
    public record Located(String force, String neighbourhood) {}
}
