package org.bluelamp.news.markdown;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * Turns HTML that somebody pasted from a word processor, an email or a web page into Markdown. What Markdown has no word
 * for is left out, its text stays; scripts, styles and what is hidden are left out with their text. Links lead where
 * links of articles may lead. What comes out is shown through {@link Markdown} like anything that was typed.
 */
public final class PastedHtml {

    private static final Pattern TAG = Pattern.compile(
            "<(?:p|div|br|h[1-6]|ul|ol|li|a|b|strong|em|i|table|tr|td|span|blockquote|img|script|style|html|body)"
                    + "(?:\\s[^<>]*)?/?>",
            Pattern.CASE_INSENSITIVE);

    private static final Set<String> LEFT_OUT = Set.of(
            "script",
            "style",
            "head",
            "title",
            "noscript",
            "template",
            "iframe",
            "object",
            "svg",
            "select",
            "textarea");

    private static final Set<String> BLOCKS = Set.of(
            "p",
            "div",
            "section",
            "article",
            "main",
            "header",
            "footer",
            "aside",
            "figure",
            "figcaption",
            "address",
            "ul",
            "ol",
            "li",
            "dl",
            "dt",
            "dd",
            "table",
            "blockquote",
            "pre",
            "hr",
            "form",
            "fieldset",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6");

    /** Deeper nesting than any text needs is read as text, so that nothing exhausts the stack. */
    private static final int DEEPEST = 60;

    /** What word processors write before an item of a list that is none in their HTML. */
    private static final Pattern BULLET = Pattern.compile("^(?:[\u00B7\u2022\u25AA\u25CF]|\\\\?o\u00A0)[\\s\u00A0]+");

    private static final LinkTargets TARGETS = new LinkTargets();

    /** What is not text, whatever stands in it. */
    private static final Pattern NEVER_TEXT =
            Pattern.compile("(?is)<(script|style|head|title)\\b.*?</\\1\\s*>|<!--.*?-->");

    private static final Pattern BLOCK_TAG =
            Pattern.compile("(?i)<(?:p|div|h[1-6]|ul|ol|li|table|tr|td|blockquote|body|html)\\b");

    private final boolean escaping;

    /** @param escaping whether signs that mean something in Markdown are written so that they stay signs */
    private PastedHtml(boolean escaping) {
        this.escaping = escaping;
    }

    /** Whether the text has HTML in it that readers would see as it stands. */
    public static boolean isIn(String text) {
        return TAG.matcher(text).find();
    }

    /** A piece of HTML as Markdown. */
    public static String toMarkdown(String html) {
        return new PastedHtml(true).converted(html);
    }

    /** A text that somebody wrote in Markdown and that has HTML in some parts: these parts become Markdown, too. */
    public static String tidied(String text) {
        PastedHtml parts = new PastedHtml(false);
        return Arrays.stream(NEVER_TEXT.matcher(text).replaceAll("").split("\\R[ \\t]*\\R"))
                .map(part -> isIn(part) || part.contains("</")
                        ? parts.converted(withBreaks(part))
                        : part.replaceFirst("^\\R+", "").stripTrailing())
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining("\n\n"));
    }

    /** Between words with a little HTML a new line is meant; between blocks it is none. */
    private static String withBreaks(String part) {
        return BLOCK_TAG.matcher(part).find() ? part : part.strip().replaceAll("\\R", "<br>");
    }

    private String converted(String html) {
        Document document = Jsoup.parse(html);
        return blocks(document.body(), 0).stream()
                .filter(block -> !block.isBlank())
                .collect(Collectors.joining("\n\n"))
                .replaceAll("[ \\t]+\n", "\n")
                .strip();
    }

    /** The parts of an element that stand below one another. */
    private List<String> blocks(Element parent, int depth) {
        List<String> blocks = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (Node child : parent.childNodes()) {
            if (child instanceof Element element && !isLeftOut(element) && hasBlocks(element)) {
                end(line, blocks);
                blocks.addAll(depth < DEEPEST ? block(element, depth + 1) : List.of(escaped(element.text())));
            } else {
                inline(child, line, depth + 1);
            }
        }
        end(line, blocks);
        return blocks;
    }

    /** An element that is a block, or that has one in it though it should not. */
    private static boolean hasBlocks(Element element) {
        return BLOCKS.contains(element.normalName())
                || element.selectFirst("p, div, ul, ol, table, blockquote, h1, h2, h3, h4, h5, h6") != null;
    }

    private void end(StringBuilder line, List<String> blocks) {
        String text = tidy(line.toString());
        if (!text.isBlank()) {
            blocks.add(atLineStart(text));
        }
        line.setLength(0);
    }

    private List<String> block(Element element, int depth) {
        return switch (element.normalName()) {
            case "h1", "h2" -> heading("## ", element, depth);
            case "h3", "h4", "h5", "h6" -> heading("### ", element, depth);
            case "ul" -> List.of(list(element, false, depth));
            case "ol" -> List.of(list(element, true, depth));
            case "li" -> List.of(item("- ", element, depth));
            case "blockquote" ->
                List.of(String.join("\n\n", blocks(element, depth))
                        .lines()
                        .map(line -> ("> " + line).strip())
                        .collect(Collectors.joining("\n")));
            case "table" -> isData(element) ? List.of(table(element, depth)) : blocks(element, depth);
            case "hr" -> List.of("---");
            default -> blocks(element, depth);
        };
    }

    private List<String> heading(String sign, Element element, int depth) {
        StringBuilder words = new StringBuilder();
        inlines(element, words, depth);
        String text = oneLine(words.toString()).replace("**", "");
        return text.isEmpty() ? List.of() : List.of(sign + text);
    }

    private String list(Element list, boolean numbered, int depth) {
        List<String> items = new ArrayList<>();
        for (Element child : list.children()) {
            if (!isLeftOut(child)) {
                items.add(item(numbered ? (items.size() + 1) + ". " : "- ", child, depth));
            }
        }
        return items.stream().filter(item -> !item.isBlank()).collect(Collectors.joining("\n"));
    }

    private String item(String marker, Element element, int depth) {
        List<String> parts = blocks(element, depth);
        if (parts.isEmpty()) {
            return "";
        }
        String indent = " ".repeat(marker.length());
        return marker + String.join("\n", parts).replace("\n", "\n" + indent);
    }

    /** Tables that only lay out a page have one column, or tables inside. */
    private static boolean isData(Element table) {
        return table.selectFirst("table table") == null
                && table.select("tr").stream()
                        .anyMatch(row -> row.select("> td, > th").size() > 1);
    }

    private String table(Element table, int depth) {
        List<String> rows = new ArrayList<>();
        for (Element row : table.select("tr")) {
            List<String> cells = new ArrayList<>();
            for (Element cell : row.select("> td, > th")) {
                StringBuilder words = new StringBuilder();
                inlines(cell, words, depth);
                cells.add(oneLine(words.toString()).replace("|", "\\|"));
            }
            if (!cells.isEmpty()) {
                rows.add("| " + String.join(" | ", cells) + " |");
                if (rows.size() == 1) {
                    rows.add("|" + " --- |".repeat(cells.size()));
                }
            }
        }
        return String.join("\n", rows);
    }

    private void inlines(Element element, StringBuilder to, int depth) {
        element.childNodes().forEach(child -> inline(child, to, depth + 1));
    }

    private void inline(Node node, StringBuilder to, int depth) {
        if (node instanceof TextNode text) {
            to.append(escaped(text.getWholeText().replaceAll("[ \\t\\r\\n\\f]+", " ")));
        } else if (node instanceof Element element && !isLeftOut(element)) {
            if (depth > DEEPEST) {
                to.append(escaped(element.text()));
                return;
            }
            switch (element.normalName()) {
                case "br" -> to.append('\n');
                case "strong", "b" -> marked(isPlain(element, "font-weight") ? "" : "**", element, to, depth);
                case "em", "i" -> marked(isPlain(element, "font-style") ? "" : "*", element, to, depth);
                case "a" -> link(element, to, depth);
                case "img" -> image(element, to);
                default -> {
                    inlines(element, to, depth);
                    if (BLOCKS.contains(element.normalName())) {
                        to.append(' ');
                    }
                }
            }
        }
    }

    /** Google Docs wraps whole texts in a {@code b} that says it is not bold. */
    private static boolean isPlain(Element element, String property) {
        return element.attr("style").replace(" ", "").contains(property + ":normal");
    }

    private void marked(String mark, Element element, StringBuilder to, int depth) {
        StringBuilder inside = new StringBuilder();
        inlines(element, inside, depth);
        String text = inside.toString();
        if (text.isBlank() || mark.isEmpty() || text.contains("\n") || text.contains("*")) {
            to.append(text);
            return;
        }
        // A mark works only right beside a word.
        String words = text.strip();
        to.append(text, 0, text.indexOf(words))
                .append(mark)
                .append(words)
                .append(mark)
                .append(text.substring(text.indexOf(words) + words.length()));
    }

    private void link(Element element, StringBuilder to, int depth) {
        StringBuilder inside = new StringBuilder();
        inlines(element, inside, depth);
        String words = oneLine(inside.toString());
        String target = TARGETS.sanitizeLinkUrl(element.attr("href").strip());
        if (words.isEmpty() || target.isEmpty() || target.startsWith("#")) {
            to.append(inside);
        } else {
            to.append('[').append(words).append("](").append(address(target)).append(')');
        }
    }

    /** A picture from elsewhere; {@link Markdown} makes a link of it. */
    private void image(Element element, StringBuilder to) {
        String source = element.attr("src").strip();
        if (source.matches("https?://\\S+")) {
            to.append("![")
                    .append(escaped(element.attr("alt")))
                    .append("](")
                    .append(address(source))
                    .append(')');
        }
    }

    private static String address(String target) {
        return target.replace(" ", "%20")
                .replace("(", "%28")
                .replace(")", "%29")
                .replace("<", "%3C")
                .replace(">", "%3E");
    }

    private static boolean isLeftOut(Element element) {
        return LEFT_OUT.contains(element.normalName())
                || element.hasAttr("hidden")
                || element.attr("style").replace(" ", "").contains("display:none")
                // Word's own marks, such as o:p.
                || element.normalName().contains(":") && element.text().isBlank();
    }

    private static String tidy(String text) {
        return text.lines().map(String::strip).collect(Collectors.joining("\n")).strip();
    }

    private static String oneLine(String text) {
        return text.replaceAll("[\\s\u00A0]+", " ").strip();
    }

    /** What is no mark here is written so that it becomes none. */
    private String escaped(String text) {
        return !escaping ? text : text.replaceAll("([\\\\*_`\\[\\]<])", "\\\\$1");
    }

    private String atLineStart(String text) {
        return text.lines()
                .map(line -> BULLET.matcher(line).find()
                        ? BULLET.matcher(line).replaceFirst("- ")
                        : !escaping
                                ? line
                                : line.replaceFirst("^([#>+-])", "\\\\$1").replaceFirst("^(\\d+)([.)])", "$1\\\\$2"))
                .collect(Collectors.joining("\n"));
    }
}
