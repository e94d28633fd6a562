package org.bluelamp.news.markdown;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.CustomNode;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;

/** One of our own pictures in a text. */
class ShownPicture extends CustomNode {

    /** {@code picture:} and the code, or an address under which the picture is served. */
    private static final Pattern OWN =
            Pattern.compile("(?:picture:|/news/pictures/)([0-9a-f]{16})(?:[0-9a-f]{48}/.*)?");

    private final OwnPicture picture;
    private final String description;

    ShownPicture(OwnPicture picture, String description) {
        this.picture = picture;
        this.description = description;
    }

    /** The code of the picture of ours that the image names. */
    static Optional<String> code(Image image) {
        Matcher own = OWN.matcher(image.getDestination());
        return own.matches() ? Optional.of(own.group(1)) : Optional.empty();
    }

    /** What the image's words say of it, without their formatting. */
    static String description(Image image) {
        StringBuilder words = new StringBuilder();
        image.accept(new AbstractVisitor() {
            @Override
            public void visit(Text text) {
                words.append(text.getLiteral());
            }

            @Override
            public void visit(Code code) {
                words.append(code.getLiteral());
            }

            @Override
            public void visit(SoftLineBreak line) {
                words.append(' ');
            }

            @Override
            public void visit(HardLineBreak line) {
                words.append(' ');
            }
        });
        return words.toString().strip();
    }

    /** Writes a picture in a width that suits the reader's screen, and keeps its place free while it comes. */
    static class OnPage implements NodeRenderer {

        private final HtmlNodeRendererContext context;

        OnPage(HtmlNodeRendererContext context) {
            this.context = context;
        }

        @Override
        public Set<Class<? extends Node>> getNodeTypes() {
            return Set.of(ShownPicture.class);
        }

        @Override
        public void render(Node node) {
            ShownPicture shown = (ShownPicture) node;
            OwnPicture picture = shown.picture;
            Map<String, String> attributes = new LinkedHashMap<>();
            attributes.put("class", "bl-picture");
            attributes.put("src", picture.address());
            attributes.put("srcset", picture.srcset());
            attributes.put("sizes", picture.sizes());
            attributes.put("width", String.valueOf(picture.width()));
            attributes.put("height", String.valueOf(picture.height()));
            attributes.put("alt", shown.description);
            attributes.put("loading", "lazy");
            attributes.put("decoding", "async");
            context.getWriter().tag("img", attributes, true);
        }
    }

    /** Writes a picture for a reader elsewhere. */
    static class InFeed implements NodeRenderer {

        private final HtmlNodeRendererContext context;
        private final URI publicUrl;

        InFeed(HtmlNodeRendererContext context, URI publicUrl) {
            this.context = context;
            this.publicUrl = publicUrl;
        }

        @Override
        public Set<Class<? extends Node>> getNodeTypes() {
            return Set.of(ShownPicture.class);
        }

        @Override
        public void render(Node node) {
            ShownPicture shown = (ShownPicture) node;
            Map<String, String> attributes = new LinkedHashMap<>();
            attributes.put("src", publicUrl + shown.picture.address());
            attributes.put("alt", shown.description);
            context.getWriter().tag("img", attributes, true);
        }
    }
}
