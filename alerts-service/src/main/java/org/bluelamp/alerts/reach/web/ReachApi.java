package org.bluelamp.alerts.reach.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.bluelamp.alerts.area.Area;
import org.bluelamp.alerts.area.Areas;
import org.bluelamp.alerts.delivery.Way;
import org.bluelamp.alerts.reach.HeadCount;
import org.bluelamp.alerts.reach.Reach;
import org.bluelamp.alerts.reach.ReachFigures;
import org.bluelamp.service.security.Role;
import org.bluelamp.service.security.StaffEndpoint;
import org.bluelamp.service.security.StaffMember;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** How many people follow which area, for staff of that area. */
@RestController
@StaffEndpoint({Role.OFFICER, Role.EDITOR, Role.ADMINISTRATOR})
@Tag(name = "Reach")
class ReachApi {

    private final Reach reach;
    private final ReachFigures figures;
    private final Areas areas;

    ReachApi(Reach reach, ReachFigures figures, Areas areas) {
        this.reach = reach;
        this.figures = figures;
        this.areas = areas;
    }

    @GetMapping("/api/v1/alerts/areas")
    @Operation(
            summary = "Followers by area",
            description = "The areas of the member of staff who asks. Small numbers are told as \"fewer than 5\".")
    List<Followed> areas(StaffMember staff) {
        var followers = reach.followersByArea();
        return OwnAreas.of(staff, areas.all()).stream()
                .map(area -> new Followed(
                        area.code().value(),
                        area.fullName(),
                        followers.getOrDefault(area.code(), new HeadCount(0)).shown()))
                .toList();
    }

    @GetMapping("/api/v1/alerts/reach")
    @Operation(
            summary = "Reach by area",
            description = "Whom an alert to each area would have reached when it was last counted, in the areas of the"
                    + " member of staff who asks, by each channel; an empty list before the first count.")
    List<Reached> reach(StaffMember staff) {
        var day = figures.day();
        if (day.isEmpty()) {
            return List.of();
        }
        var own = OwnAreas.of(staff, areas.all());
        return Arrays.stream(Way.values())
                .flatMap(way -> by(way, day.get(), own))
                .toList();
    }

    private Stream<Reached> by(Way way, LocalDate day, List<Area> own) {
        var counted = figures.on(day, way.word());
        return own.stream().filter(area -> counted.containsKey(area.code())).map(area -> {
            var figure = Objects.requireNonNull(counted.get(area.code()));
            return new Reached(
                    area.code().value(),
                    area.fullName(),
                    day,
                    way.word(),
                    figure.reachable().shown(),
                    figure.households(),
                    figure.share().orElse(null));
        });
    }

    /**
     * An area and whom an alert to it reaches.
     *
     * @param area its code
     * @param name its name
     * @param day the day in London on which it was counted
     * @param channel by which people are reached: mail, sms or push
     * @param reachable a number of people, "none", or "fewer than 5"
     * @param households how many there are; null when nobody told
     * @param share people for each hundred households; null when that is not known or would tell too much
     */
    record Reached(
            String area,
            String name,
            LocalDate day,
            String channel,
            String reachable,
            @Nullable Integer households,
            @Nullable Integer share) {}

    /**
     * An area and its followers.
     *
     * @param area its code
     * @param name its name
     * @param followers a number, "none", or "fewer than 5"
     */
    record Followed(String area, String name, String followers) {}
}
