package org.bluelamp.feedback.insight.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bluelamp.feedback.pin.Outline;
import org.bluelamp.feedback.pin.Pin;
import org.bluelamp.service.area.AreaCode;

/**
 * A map of neighbourhoods by number of concerns, drawn by the server as SVG. What its shades say stands in the table
 * beside it.
 *
 * @param title what it shows, for those who do not see it
 * @param height of the drawing, in its unit; 0 when it is not known where any of them lies
 * @param shapes the neighbourhoods
 * @param key what the shades mean, those that occur
 */
public record ConcernMap(String title, int height, List<Shape> shapes, List<Shades.Step> key) {

    /** The width of every drawing, in its unit. */
    public static final int WIDTH = 480;

    private static final double AROUND = 0.04;
    private static final double TALLEST = 1.25;

    public ConcernMap {
        shapes = List.copyOf(shapes);
        key = List.copyOf(key);
    }

    /**
     * A neighbourhood on the map.
     *
     * @param title its name and number
     * @param fill the colour
     * @param path SVG path data
     * @param meant whether the page is about it
     */
    public record Shape(String title, String fill, String path, boolean meant) {}

    /** A neighbourhood's number as it is told, and its shade. */
    record Number(String title, Shades.Step step, boolean meant) {}

    static ConcernMap of(String title, Map<AreaCode, Outline> outlines, Map<AreaCode, Number> numbers, Shades shades) {
        List<Pin> points = outlines.values().stream()
                .flatMap(outline -> outline.rings().stream())
                .flatMap(List::stream)
                .toList();
        double west = points.stream().mapToDouble(Pin::lng).min().orElse(0);
        double east = points.stream().mapToDouble(Pin::lng).max().orElse(0);
        double south = points.stream().mapToDouble(Pin::lat).min().orElse(0);
        double north = points.stream().mapToDouble(Pin::lat).max().orElse(0);
        if (!(east > west && north > south)) {
            return new ConcernMap(title, 0, List.of(), List.of());
        }
        double shrink = Math.cos(Math.toRadians((south + north) / 2));
        double margin = Math.max((east - west) * shrink, north - south) * AROUND;
        double width = (east - west) * shrink + 2 * margin;
        double tall = north - south + 2 * margin;
        double scale = WIDTH / Math.max(width, tall / TALLEST);
        double left = (WIDTH - width * scale) / 2 + margin * scale;
        double top = margin * scale;
        List<Shape> shapes = new ArrayList<>();
        for (var each : outlines.entrySet()) {
            Number number = numbers.get(each.getKey());
            if (number != null) {
                StringBuilder path = new StringBuilder();
                for (List<Pin> ring : each.getValue().rings()) {
                    String step = "M";
                    for (Pin point : ring) {
                        path.append(step)
                                .append(tenth(left + (point.lng() - west) * shrink * scale))
                                .append(' ')
                                .append(tenth(top + (north - point.lat()) * scale));
                        step = "L";
                    }
                    path.append('z');
                }
                shapes.add(new Shape(number.title(), number.step().fill(), path.toString(), number.meant()));
            }
        }
        // What the page is about is drawn last, so that its border lies over the others.
        shapes.sort((one, other) -> Boolean.compare(one.meant(), other.meant()));
        List<Shades.Step> key = shades.steps().stream()
                .filter(step -> numbers.values().stream()
                        .anyMatch(number -> number.step().equals(step)))
                .toList();
        return new ConcernMap(title, (int) Math.ceil(tall * scale), shapes, key);
    }

    /** Whether there is anything to show. */
    public boolean drawn() {
        return !shapes.isEmpty();
    }

    private static String tenth(double length) {
        String text = String.format(Locale.ROOT, "%.1f", length);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }
}
