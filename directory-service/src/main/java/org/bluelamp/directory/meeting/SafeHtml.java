package org.bluelamp.directory.meeting;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.safety.Safelist;

/** Descriptions between plain text, as people write them, and the little HTML that other sources bring. */
public final class SafeHtml {

    private static final Document.OutputSettings AS_IT_IS =
            new Document.OutputSettings().prettyPrint(false).escapeMode(Entities.EscapeMode.xhtml);

    private SafeHtml() {}

    /** What may be shown of somebody's HTML: paragraphs, lists, emphasis and links; never script, style or pictures. */
    public static String clean(String html) {
        return Jsoup.clean(html, "", Safelist.basic(), AS_IT_IS).strip();
    }

    /** Plain text as HTML: a blank line makes a paragraph, a line break stays one. */
    public static String ofText(String text) {
        return Arrays.stream(text.strip().split("\\R\\s*\\R"))
                .map(paragraph -> "<p>"
                        + paragraph
                                .strip()
                                .lines()
                                .map(line -> Entities.escape(line.strip(), AS_IT_IS))
                                .collect(Collectors.joining("<br>"))
                        + "</p>")
                .collect(Collectors.joining());
    }

    /** HTML as plain text, of which {@link #ofText} makes much the same again. */
    public static String text(String html) {
        Document document = Jsoup.parseBodyFragment(html);
        for (Element block : document.select("p, li, dd, dt, blockquote, pre")) {
            block.appendText(block.is("p, blockquote, pre") ? "\n\n" : "\n");
        }
        return document.wholeText()
                .replaceAll("[ \\t]*\\n[ \\t]*", "\n")
                .replaceAll("\\n{3,}", "\n\n")
                .strip();
    }
}
