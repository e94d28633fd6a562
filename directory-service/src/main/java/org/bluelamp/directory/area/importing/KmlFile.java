package org.bluelamp.directory.area.importing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.bluelamp.directory.geo.Boundaries;
import org.bluelamp.service.importing.ImportRefused;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;

/**
 * The placemarks of a KML file (OGC 12-007) that have polygons. A DOCTYPE is refused and no entity but XML's own five is
 * known, so a file can neither reach for others nor swell.
 */
final class KmlFile {

    private final Path file;
    private final Optional<String> idProperty;
    private final List<Placemark> placemarks = new ArrayList<>();
    private @Nullable Placemark current;
    private int count;

    private KmlFile(Path file, Optional<String> idProperty) {
        this.file = file;
        this.idProperty = idProperty;
    }

    /** A placemark while it is read. */
    private static final class Placemark {

        private final int number;
        private final @Nullable String id;
        private final Map<String, String> data = new LinkedHashMap<>();
        private final List<List<List<Coordinate>>> polygons = new ArrayList<>();
        private String name = "";

        private Placemark(int number, @Nullable String id) {
            this.number = number;
            this.id = id;
        }

        private String where() {
            return "placemark " + number + (name.isEmpty() ? "" : " (" + name + ")");
        }
    }

    static List<GivenBoundary> read(Path path, Optional<String> idProperty) throws IOException {
        KmlFile kml = new KmlFile(path, idProperty);
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        try (InputStream in = Files.newInputStream(path)) {
            XMLStreamReader reader = factory.createXMLStreamReader(in);
            kml.read(reader);
        } catch (XMLStreamException e) {
            throw new ImportRefused(path + " is no well-formed KML: " + firstLine(e.getMessage()) + ".", e);
        }
        return kml.boundaries();
    }

    private void read(XMLStreamReader reader) throws XMLStreamException {
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.DTD ->
                    throw new ImportRefused(file + " has a DOCTYPE, which KML does without.");
                case XMLStreamConstants.START_ELEMENT -> start(reader);
                case XMLStreamConstants.END_ELEMENT -> end(reader);
                default -> {}
            }
        }
    }

    private void start(XMLStreamReader reader) throws XMLStreamException {
        Placemark placemark = current;
        if (reader.getLocalName().equals("Placemark")) {
            count++;
            current = new Placemark(count, reader.getAttributeValue(null, "id"));
        } else if (placemark != null) {
            switch (reader.getLocalName()) {
                case "name" -> placemark.name = reader.getElementText().strip();
                case "Data" -> placemark.data.put(attribute(reader, "name"), value(reader));
                case "SimpleData" ->
                    placemark.data.put(
                            attribute(reader, "name"), reader.getElementText().strip());
                case "Polygon" -> placemark.polygons.add(new ArrayList<>());
                case "outerBoundaryIs" -> placemark.polygons.getLast().addFirst(ring(reader));
                case "innerBoundaryIs" -> placemark.polygons.getLast().addLast(ring(reader));
                default -> {}
            }
        }
    }

    private void end(XMLStreamReader reader) {
        Placemark placemark = current;
        if (placemark != null && reader.getLocalName().equals("Placemark")) {
            if (!placemark.polygons.isEmpty()) {
                placemarks.add(placemark);
            }
            current = null;
        }
    }

    private static String attribute(XMLStreamReader reader, String name) {
        String value = reader.getAttributeValue(null, name);
        return value == null ? "" : value;
    }

    /** The text of {@code <value>} inside {@code <Data>}. */
    private static String value(XMLStreamReader reader) throws XMLStreamException {
        String value = "";
        while (reader.next() != XMLStreamConstants.END_ELEMENT
                || !reader.getLocalName().equals("Data")) {
            if (reader.getEventType() == XMLStreamConstants.START_ELEMENT
                    && reader.getLocalName().equals("value")) {
                value = reader.getElementText().strip();
            }
        }
        return value;
    }

    /** The ring inside {@code <outerBoundaryIs>} or {@code <innerBoundaryIs>}. */
    private static List<Coordinate> ring(XMLStreamReader reader) throws XMLStreamException {
        String end = reader.getLocalName();
        List<Coordinate> ring = List.of();
        while (reader.next() != XMLStreamConstants.END_ELEMENT
                || !reader.getLocalName().equals(end)) {
            if (reader.getEventType() == XMLStreamConstants.START_ELEMENT
                    && reader.getLocalName().equals("coordinates")) {
                ring = coordinates(reader.getElementText());
            }
        }
        return ring;
    }

    /** Longitude, latitude and perhaps a height, with commas between and white space after each. */
    private static List<Coordinate> coordinates(String text) {
        List<Coordinate> points = new ArrayList<>();
        for (String point : text.strip().split("\\s+")) {
            String[] numbers = point.split(",");
            points.add(new Coordinate(number(numbers, 0), number(numbers, 1)));
        }
        return points;
    }

    /** What is no number is refused with its place in the ring, as every bad point is. */
    private static double number(String[] numbers, int index) {
        try {
            return index < numbers.length ? Double.parseDouble(numbers[index]) : Double.NaN;
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    private List<GivenBoundary> boundaries() {
        return placemarks.stream()
                .map(placemark -> new GivenBoundary(
                        file.getFileName() + ", " + placemark.where(),
                        names(placemark),
                        Boundaries.ofRings(placemark.where(), placemark.polygons)))
                .toList();
    }

    private List<String> names(Placemark placemark) {
        if (idProperty.isPresent()) {
            return List.of(Optional.ofNullable(placemark.data.get(idProperty.get()))
                    .orElseThrow(() -> new ImportRefused(file.getFileName() + ": " + placemark.where() + " has no "
                            + idProperty.get() + ", only: " + String.join(", ", placemark.data.keySet()) + ".")));
        }
        List<String> names = new ArrayList<>();
        if (placemarks.size() == 1) {
            names.add(BoundaryFiles.baseName(file));
        }
        for (String key : List.of("id", "code")) {
            names.add(placemark.data.getOrDefault(key, ""));
        }
        if (placemark.id != null) {
            names.add(placemark.id);
        }
        names.add(placemark.name);
        return names;
    }

    private static String firstLine(@Nullable String message) {
        return message == null ? "" : message.lines().findFirst().orElse("");
    }
}
