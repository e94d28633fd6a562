package org.bluelamp.directory.area.importing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bluelamp.directory.geo.Boundaries;
import org.bluelamp.service.importing.ImportRefused;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The features of a GeoJSON file (RFC 7946): a collection of them, or one. */
final class GeoJsonFile {

    private GeoJsonFile() {}

    static List<GivenBoundary> read(Path file, Optional<String> idProperty) throws IOException {
        JsonNode root = parse(file);
        List<JsonNode> features = new ArrayList<>();
        switch (root.path("type").asString("")) {
            case "FeatureCollection" -> root.path("features").forEach(features::add);
            case "Feature" -> features.add(root);
            default ->
                throw new ImportRefused(file + " is neither a FeatureCollection nor a Feature: a bare geometry does not"
                        + " say whose it is.");
        }
        List<GivenBoundary> found = new ArrayList<>();
        for (int i = 0; i < features.size(); i++) {
            JsonNode feature = features.get(i);
            String name = text(feature.path("properties").path("name"));
            String where = "feature " + (i + 1) + (name.isEmpty() ? "" : " (" + name + ")");
            found.add(new GivenBoundary(
                    file.getFileName() + ", " + where,
                    names(file, where, feature, features.size(), idProperty),
                    Boundaries.ofGeoJson(where, feature.path("geometry"))));
        }
        return found;
    }

    private static JsonNode parse(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return JsonMapper.shared().readTree(in);
        } catch (JacksonException e) {
            throw new ImportRefused(file + " is no JSON: " + e.getOriginalMessage() + ".", e);
        }
    }

    private static List<String> names(
            Path file, String where, JsonNode feature, int features, Optional<String> idProperty) {
        JsonNode properties = feature.path("properties");
        if (idProperty.isPresent()) {
            String id = text(properties.path(idProperty.get()));
            if (id.isBlank()) {
                throw new ImportRefused(file.getFileName() + ": " + where + " has no " + idProperty.get() + ", only: "
                        + String.join(", ", properties.propertyNames()) + ".");
            }
            return List.of(id);
        }
        List<String> names = new ArrayList<>();
        names.add(text(feature.path("id")));
        for (String property : List.of("id", "code", "name")) {
            names.add(text(properties.path(property)));
        }
        if (features == 1) {
            names.add(BoundaryFiles.baseName(file));
        }
        return names;
    }

    private static String text(JsonNode node) {
        return node.isString() || node.isNumber() ? node.asString() : "";
    }
}
