package org.bluelamp.directory.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bluelamp.directory.api.Described.BadParameter;
import org.bluelamp.directory.api.Described.NotModified;
import org.bluelamp.directory.api.Described.Unknown;
import org.bluelamp.directory.area.Area;
import org.bluelamp.directory.area.Areas;
import org.bluelamp.directory.area.Outlines;
import org.bluelamp.directory.geo.GeoJson;
import org.bluelamp.directory.source.Sources;
import org.bluelamp.service.area.AreaCode;
import org.bluelamp.service.area.AreaKind;
import org.bluelamp.service.area.HomeForce;
import org.bluelamp.service.security.PublicEndpoint;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Boundaries of many areas at once, for maps. */
@RestController
@PublicEndpoint
@Tag(name = "Directory")
class BoundariesApi {

    /** The media type of RFC 7946. */
    static final String GEO_JSON = "application/geo+json";

    private final Areas areas;
    private final Outlines outlines;
    private final Sources sources;
    private final HomeForce home;
    private final Fresh fresh;

    BoundariesApi(Areas areas, Outlines outlines, Sources sources, HomeForce home, Fresh fresh) {
        this.areas = areas;
        this.outlines = outlines;
        this.sources = sources;
        this.home = home;
        this.fresh = fresh;
    }

    /**
     * A GeoJSON FeatureCollection (RFC 7946).
     *
     * @param notices what readers must be told about where this comes from
     */
    record FeatureCollection(String type, List<Feature> features, List<String> notices) {}

    /** @param id code of the area */
    record Feature(String type, String id, JsonNode geometry, Properties properties) {}

    /** @param path address of its page on the public site */
    record Properties(
            String code, String kind, String name, @Nullable String policeUkId, String path) {}

    @Operation(
            summary = "Boundaries of the areas inside another",
            description = "A GeoJSON FeatureCollection (RFC 7946), longitude first, for drawing: neighbours were"
                    + " simplified together, so that they still touch. With detail=full as they are known.")
    @ApiResponse(responseCode = "200", description = "The areas whose boundary is known, by code")
    @NotModified
    @BadParameter
    @Unknown
    @GetMapping(path = "/api/v1/directory/boundaries", produces = GEO_JSON)
    ResponseEntity<FeatureCollection> boundaries(
            @Parameter(description = "Code of the area inside which they lie. Without it the whole force")
                    @RequestParam(required = false)
                    @Nullable
                    String within,
            @Parameter(description = "Which kind: force, district or neighbourhood")
                    @RequestParam(defaultValue = "neighbourhood")
                    String kind,
            @Parameter(description = "How exact: simplified or full") @RequestParam(defaultValue = "simplified")
                    String detail) {
        AreaCode inside = within == null ? home.code() : Given.code("within", within);
        AreaKind only = Given.kind(kind);
        if (areas.find(inside).isEmpty()) {
            throw Problems.notFound("within", "There is no such area");
        }
        Map<AreaCode, Geometry> boundaries = switch (detail) {
            case "simplified" -> outlines.current().within(only, inside);
            case "full" -> areas.boundaries(only, inside);
            default -> throw Problems.badParameter("detail", "The detail is simplified or full");
        };
        List<Area> found = areas.all(boundaries.keySet());
        List<Feature> features = new ArrayList<>();
        for (Area area : found) {
            Geometry boundary = boundaries.get(area.code());
            if (boundary != null) {
                features.add(new Feature(
                        "Feature",
                        area.code().value(),
                        GeoJson.write(boundary),
                        new Properties(
                                area.code().value(), area.kind().word(), area.name(), area.policeUkId(), area.path())));
            }
        }
        return fresh.since(
                found.stream().map(Area::changedAt),
                new FeatureCollection(
                        "FeatureCollection",
                        features,
                        sources.notices(found.stream().map(Area::source).toList())));
    }
}
