package org.bluelamp.news.markdown;

import java.util.Map;
import java.util.Set;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;

/** A table that scrolls by itself where it is wider than the screen, so that the page does not. */
class ScrollingTable extends CustomBlock {

    /** Writes the table in a region that can be reached and scrolled by keyboard. */
    static class Renderer extends Plain {

        Renderer(HtmlNodeRendererContext context) {
            super(context);
        }

        @Override
        public void render(Node node) {
            context.getWriter()
                    .tag("div", Map.of("class", "bl-scroll", "role", "region", "aria-label", "Table", "tabindex", "0"));
            super.render(node);
            context.getWriter().tag("/div");
            context.getWriter().line();
        }
    }

    /** Writes only the table. */
    static class Plain implements NodeRenderer {

        final HtmlNodeRendererContext context;

        Plain(HtmlNodeRendererContext context) {
            this.context = context;
        }

        @Override
        public Set<Class<? extends Node>> getNodeTypes() {
            return Set.of(ScrollingTable.class);
        }

        @Override
        public void render(Node node) {
            for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
                context.render(child);
            }
        }
    }
}
