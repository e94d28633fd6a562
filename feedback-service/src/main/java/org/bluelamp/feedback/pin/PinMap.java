package org.bluelamp.feedback.pin;

import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.bluelamp.web.xml.XmlText;
import org.jspecify.annotations.Nullable;

/**
 * A map of a neighbourhood as the server draws it, square, with a pixel of the page for each of its units: so the place
 * where somebody clicks on it is known without a script.
 *
 * @param frame what it shows
 * @param here the neighbourhood
 * @param around those around it, by their names
 */
public record PinMap(Frame frame, Outline here, Map<String, Outline> around) {

    /** How wide and high it is, in pixels: what a phone of 320 pixels has room for. */
    public static final int SIDE = 288;

    private static final double MARGIN = 0.08;
    private static final double METRES = 111_320;

    /** Lengths of the bar, in metres. */
    private static final int[] BARS = {100, 200, 500, 1_000, 2_000, 5_000, 10_000};

    /** Long enough to be seen, and short enough to fit. */
    private static final double LONGEST_BAR = 90;

    /**
     * Turns degrees into the map's unit and back, straight, with longitude shortened for the latitude.
     *
     * @param west the longitude of its left side
     * @param north the latitude of its upper side
     * @param scale units for each degree of latitude
     * @param shrink how much shorter a degree of longitude is there
     */
    public record Frame(double west, double north, double scale, double shrink) {

        /** The frame around a neighbourhood. */
        static Frame around(Outline outline) {
            double lat = (outline.south() + outline.north()) / 2;
            double lng = (outline.west() + outline.east()) / 2;
            double shrink = Math.cos(Math.toRadians(lat));
            double side = Math.max(outline.north() - outline.south(), (outline.east() - outline.west()) * shrink)
                    * (1 + 2 * MARGIN);
            return new Frame(lng - side / 2 / shrink, lat + side / 2, SIDE / side, shrink);
        }

        double south() {
            return north - SIDE / scale;
        }

        double east() {
            return west + SIDE / scale / shrink;
        }

        /** How far from the left a place is. */
        public double x(Pin pin) {
            return (pin.lng() - west) * shrink * scale;
        }

        /** How far from the top a place is. */
        public double y(Pin pin) {
            return (north - pin.lat()) * scale;
        }

        /** The place at a point of the map, also of one beside it. */
        Pin at(double x, double y) {
            return new Pin(north - Math.clamp(y, 0, SIDE) / scale, west + Math.clamp(x, 0, SIDE) / scale / shrink);
        }
    }

    /** The place at a point of the map, in pixels from its upper left corner. */
    public Pin at(double x, double y) {
        return frame.at(x, y);
    }

    /** The map as SVG, with a place marked on it. */
    public byte[] svg(@Nullable Pin pin) {
        return XmlText.document(xml -> {
            xml.writeStartElement("svg");
            xml.writeDefaultNamespace("http://www.w3.org/2000/svg");
            xml.writeAttribute("viewBox", "0 0 " + SIDE + " " + SIDE);
            xml.writeAttribute("width", Integer.toString(SIDE));
            xml.writeAttribute("height", Integer.toString(SIDE));
            xml.writeAttribute("font-family", "system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif");
            xml.writeAttribute("font-size", "11");
            xml.writeEmptyElement("rect");
            xml.writeAttribute("width", "100%");
            xml.writeAttribute("height", "100%");
            xml.writeAttribute("fill", "#ffffff");
            for (Outline one : around.values()) {
                shape(xml, one, "#e3ecf8", "1");
            }
            shape(xml, here, "#9cc3f0", "2");
            for (Map.Entry<String, Outline> one : around.entrySet()) {
                label(xml, one.getKey(), one.getValue());
            }
            bar(xml);
            if (pin != null) {
                mark(xml, pin);
            }
            xml.writeEndElement();
        });
    }

    private void shape(XMLStreamWriter xml, Outline outline, String fill, String stroke) throws XMLStreamException {
        StringBuilder path = new StringBuilder();
        for (List<Pin> ring : outline.rings()) {
            String before = "";
            for (Pin point : ring) {
                String next = number(frame.x(point)) + " " + number(frame.y(point));
                if (!next.equals(before)) {
                    path.append(before.isEmpty() ? "M" : "L").append(next);
                    before = next;
                }
            }
            path.append('Z');
        }
        xml.writeEmptyElement("path");
        xml.writeAttribute("d", path.toString());
        xml.writeAttribute("fill", fill);
        xml.writeAttribute("fill-rule", "evenodd");
        xml.writeAttribute("stroke", "#0b1c3d");
        xml.writeAttribute("stroke-width", stroke);
        xml.writeAttribute("stroke-linejoin", "round");
    }

    /** The name of a neighbourhood, where the map shows enough of it. */
    private void label(XMLStreamWriter xml, String name, Outline outline) throws XMLStreamException {
        Pin middle = outline.middle().orElse(null);
        double half = name.length() * 3.0;
        if (middle != null
                && frame.x(middle) > half
                && frame.x(middle) < SIDE - half
                && frame.y(middle) > 12
                && frame.y(middle) < SIDE - 24) {
            text(xml, name, frame.x(middle), frame.y(middle), "middle");
        }
    }

    /** How long a distance is on the map. */
    private void bar(XMLStreamWriter xml) throws XMLStreamException {
        double metre = frame.scale() / METRES;
        int metres = 50;
        for (int longer : BARS) {
            metres = longer * metre <= LONGEST_BAR ? longer : metres;
        }
        double right = 8 + metres * metre;
        xml.writeEmptyElement("path");
        xml.writeAttribute("d", "M8 %d v4 H%s v-4".formatted(SIDE - 12, number(right)));
        xml.writeAttribute("fill", "none");
        xml.writeAttribute("stroke", "#0b0c0c");
        xml.writeAttribute("stroke-width", "2");
        text(xml, metres < 1000 ? metres + " m" : number(metres / 1000.0) + " km", right + 6, SIDE - 8, "start");
    }

    private void mark(XMLStreamWriter xml, Pin pin) throws XMLStreamException {
        for (String[] circle : new String[][] {{"10", "#ffffff"}, {"8", "#b10e1e"}, {"3", "#ffffff"}}) {
            xml.writeEmptyElement("circle");
            xml.writeAttribute("cx", number(frame.x(pin)));
            xml.writeAttribute("cy", number(frame.y(pin)));
            xml.writeAttribute("r", circle[0]);
            xml.writeAttribute("fill", circle[1]);
        }
    }

    private static void text(XMLStreamWriter xml, String words, double x, double y, String anchor)
            throws XMLStreamException {
        xml.writeStartElement("text");
        xml.writeAttribute("x", number(x));
        xml.writeAttribute("y", number(y));
        xml.writeAttribute("text-anchor", anchor);
        xml.writeAttribute("fill", "#0b0c0c");
        xml.writeAttribute("stroke", "#ffffff");
        xml.writeAttribute("stroke-width", "3");
        xml.writeAttribute("stroke-opacity", "0.7");
        xml.writeAttribute("paint-order", "stroke");
        xml.writeCharacters(words);
        xml.writeEndElement();
    }

    /** A length as SVG writes it, to a tenth. */
    public static String number(double length) {
        double tenth = Math.rint(length * 10) / 10;
        return tenth == Math.rint(tenth) ? Long.toString((long) tenth) : Double.toString(tenth);
    }
}
