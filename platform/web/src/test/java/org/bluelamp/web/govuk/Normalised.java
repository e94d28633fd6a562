package org.bluelamp.web.govuk;

import java.util.Comparator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * HTML brought to one form, so that two pieces are equal when a browser makes the same of them: attributes and classes
 * in order, indentation gone, one line for each element and text. The text as it is read aloud stands at the end: it
 * shows whether two words are kept apart where elements meet.
 */
final class Normalised {

    private final StringBuilder lines = new StringBuilder();

    private Normalised() {}

    static String html(String html) {
        Element body = Jsoup.parseBodyFragment(html).body();
        Normalised normalised = new Normalised();
        body.childNodes().forEach(node -> normalised.write(node, ""));
        return normalised
                .lines
                .append("reads: ")
                .append(body.text())
                .append('\n')
                .toString();
    }

    private void write(Node node, String indent) {
        if (node instanceof Element element) {
            lines.append(indent).append('<').append(element.normalName());
            element.attributes().asList().stream()
                    .sorted(Comparator.comparing(Attribute::getKey))
                    .forEach(attribute -> write(attribute));
            lines.append(">\n");
            if (element.normalName().equals("textarea")) {
                lines.append(indent).append("  \"").append(element.wholeText()).append("\"\n");
            } else {
                element.childNodes().forEach(child -> write(child, indent + "  "));
            }
        } else if (node instanceof TextNode text && !text.isBlank()) {
            lines.append(indent).append(text.text().strip()).append('\n');
        }
    }

    private void write(Attribute attribute) {
        String value = attribute.getKey().equals("class")
                ? Stream.of(attribute.getValue().strip().split("\\s+")).sorted().collect(Collectors.joining(" "))
                : attribute.getValue();
        lines.append(' ').append(attribute.getKey()).append("=\"").append(value).append('"');
    }
}
