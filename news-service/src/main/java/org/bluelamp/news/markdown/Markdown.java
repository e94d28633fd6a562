package org.bluelamp.news.markdown;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.commonmark.Extension;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.autolink.AutolinkType;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Block;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.LineBreakRendering;
import org.commonmark.renderer.text.TextContentRenderer;

/**
 * Turns an article's Markdown into HTML. HTML in the text is shown as text, links lead only to web pages, email addresses
 * and telephones, the only images are our own (docs/adr/0140). Written for people who paste plain text: a line break is a line
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
            .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
            .maxOpenBlockParsers(DEEPEST)
            .maxInlineNesting(DEEPEST)
            .build();

    private final TextContentRenderer words = TextContentRenderer.builder()
            .extensions(EXTENSIONS)
            .lineBreakRendering(LineBreakRendering.COMPACT)
            .build();

    private final HtmlRenderer pages;
    private final HtmlRenderer feeds;
    private final URI publicUrl;
    private final PictureSource pictures;
    private final FileSource files;

    /** A converter for a site under the address, with these pictures and files; links elsewhere are marked as leading away. */
    public Markdown(URI publicUrl, PictureSource pictures, FileSource files) {
        this.publicUrl = publicUrl;
        this.pictures = pictures;
        this.files = files;
        this.feeds = safe().nodeRendererFactory(ScrollingTable.Plain::new)
                .nodeRendererFactory(context -> new ShownPicture.InFeed(context, publicUrl))
                .build();
        this.pages = safe().nodeRendererFactory(context -> new MarkedLinks(context, publicUrl))
                .nodeRendererFactory(ScrollingTable.Renderer::new)
                .nodeRendererFactory(ShownPicture.OnPage::new)
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

    /** The words alone, each block on a line of its own. */
    public String plainText(String markdown) {
        return words.render(parser.parse(markdown));
    }

    /**
     * What is not right with the first picture that cannot be shown as it stands, for the writer: it has no description,
     * or nobody knows it; or with a file that nobody knows. An image from elsewhere is not wrong; it becomes a link.
     */
    public Optional<String> libraryFault(String markdown) {
        List<String> faults = new ArrayList<>();
        parser.parse(markdown).accept(new AbstractVisitor() {
            @Override
            public void visit(Link link) {
                OfferedFile.code(link)
                        .filter(code -> files.file(code).isEmpty())
                        .ifPresent(code -> faults.add(line(link) + "there is no file " + code
                                + " in the library. Copy its line from the library again"));
                visitChildren(link);
            }

            @Override
            public void visit(Image image) {
                ShownPicture.code(image)
                        .flatMap(code -> fault(code, image))
                        .ifPresent(fault -> faults.add(line(image) + fault));
            }
        });
        return faults.stream().findFirst();
    }

    private Optional<String> fault(String code, Image image) {
        Optional<OwnPicture> picture = pictures.named(code);
        if (picture.isEmpty()) {
            return Optional.of("there is no picture " + code + " in the library. Copy its line from the library again");
        }
        return ShownPicture.description(image).isEmpty() && !picture.get().decorative()
                ? Optional.of("describe the picture between the square brackets, for people who cannot see it")
                : Optional.empty();
    }

    private static String line(Node node) {
        return node.getSourceSpans().stream()
                .findFirst()
                .map(span -> "Line " + (span.getLineIndex() + 1) + " of the text: ")
                .orElse("");
    }

    private Node parse(String markdown) {
        Node document = parser.parse(markdown);
        document.accept(new Tidying(pictures, files));
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
