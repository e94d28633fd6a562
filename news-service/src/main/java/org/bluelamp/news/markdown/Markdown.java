package org.bluelamp.news.markdown;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.commonmark.Extension;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.autolink.AutolinkType;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Block;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Heading;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * Turns an article's Markdown into HTML. HTML in the text is shown as text, links lead only to web pages, mail addresses
 * and telephones, images become their description. Written for people who paste plain text: a line break is a line
 * break, and a long line is a paragraph of its own (docs/adr/0061).
 */
public class Markdown {

    private static final List<Extension> EXTENSIONS = List.of(
            TablesExtension.create(),
            AutolinkExtension.builder()
                    .linkTypes(AutolinkType.URL, AutolinkType.WWW, AutolinkType.EMAIL)
                    .build());

    /** No code blocks: an indented line in a pasted text is not a program. No HTML blocks: they are text here. */
    private static final Set<Class<? extends Block>> BLOCKS =
            Set.of(Heading.class, BlockQuote.class, ListBlock.class, ThematicBreak.class);

    /** Deeper nesting than any text needs would only serve to exhaust the renderer's stack. */
    private static final int DEEPEST = 20;

    private final Parser parser = Parser.builder()
            .extensions(EXTENSIONS)
            .enabledBlockTypes(BLOCKS)
            .maxOpenBlockParsers(DEEPEST)
            .maxInlineNesting(DEEPEST)
            .build();

    private final HtmlRenderer pages;
    private final HtmlRenderer feeds;
    private final URI publicUrl;

    /** A converter for a site under the address; links elsewhere are marked as leading away. */
    public Markdown(URI publicUrl) {
        this.publicUrl = publicUrl;
        this.feeds = safe().nodeRendererFactory(ScrollingTable.Plain::new).build();
        this.pages = safe().nodeRendererFactory(context -> new MarkedLinks(context, publicUrl))
                .nodeRendererFactory(ScrollingTable.Renderer::new)
                .attributeProviderFactory(context -> Markdown::addClasses)
                .build();
    }

    private static HtmlRenderer.Builder safe() {
        return HtmlRenderer.builder()
                .extensions(EXTENSIONS)
                .escapeHtml(true)
                .sanitizeUrls(true)
                .urlSanitizer(new LinkTargets())
                .softbreak("<br>\n");
    }

    /** For an article page: headings from level 2 on, styled, external links marked. */
    public SafeHtml forPage(String markdown) {
        return new SafeHtml(pages.render(parse(markdown)));
    }

    /** For readers elsewhere, such as feeds: plain, with absolute addresses. */
    public SafeHtml forFeed(String markdown) {
        Node document = parse(markdown);
        document.accept(new AbsoluteLinks(publicUrl));
        return new SafeHtml(feeds.render(document));
    }

    private Node parse(String markdown) {
        Node document = parser.parse(markdown);
        document.accept(new Tidying());
        return document;
    }

    private static void addClasses(Node node, String tag, Map<String, String> attributes) {
        switch (tag) {
            case "p" -> attributes.put("class", "govuk-body");
            case "h2" -> attributes.put("class", "govuk-heading-m");
            case "h3", "h4", "h5", "h6" -> attributes.put("class", "govuk-heading-s");
            case "ul" -> attributes.put("class", "govuk-list govuk-list--bullet");
            case "ol" -> attributes.put("class", "govuk-list govuk-list--number");
            case "blockquote" -> attributes.put("class", "govuk-inset-text");
            case "hr" ->
                attributes.put("class", "govuk-section-break govuk-section-break--l govuk-section-break--visible");
            case "table" -> attributes.put("class", "govuk-table");
            case "thead" -> attributes.put("class", "govuk-table__head");
            case "tbody" -> attributes.put("class", "govuk-table__body");
            case "tr" -> attributes.put("class", "govuk-table__row");
            case "th" -> cell(attributes, "govuk-table__header");
            case "td" -> cell(attributes, "govuk-table__cell");
            default -> {}
        }
    }

    private static void cell(Map<String, String> attributes, String name) {
        boolean numeric = "right".equals(attributes.remove("align"));
        attributes.put("class", numeric ? name + " " + name + "--numeric" : name);
        if (name.endsWith("header")) {
            attributes.put("scope", "col");
        }
    }
}
