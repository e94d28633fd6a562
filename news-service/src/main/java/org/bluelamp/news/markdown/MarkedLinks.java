package org.bluelamp.news.markdown;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlWriter;

/** Writes links so that one which leaves this site says so: an arrow to see, words to hear. */
class MarkedLinks implements NodeRenderer {

    private final HtmlNodeRendererContext context;
    private final String ownHost;

    MarkedLinks(HtmlNodeRendererContext context, URI publicUrl) {
        this.context = context;
        this.ownHost = publicUrl.getAuthority();
    }

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
        return Set.of(Link.class);
    }

    @Override
    public void render(Node node) {
        Link link = (Link) node;
        boolean leaves = leaves(link.getDestination());
        HtmlWriter html = context.getWriter();
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("class", "govuk-link");
        attributes.put("href", context.encodeUrl(link.getDestination()));
        if (leaves) {
            attributes.put("rel", "external noreferrer nofollow");
        }
        html.tag("a", attributes);
        for (Node child = link.getFirstChild(); child != null; child = child.getNext()) {
            context.render(child);
        }
        if (leaves) {
            // U+FE0E keeps the arrow a letter; without it some telephones draw a blue picture.
            html.raw("<span aria-hidden=\"true\">&nbsp;\u2197\uFE0E</span>"
                    + "<span class=\"govuk-visually-hidden\"> (external website)</span>");
        }
        html.tag("/a");
    }

    private boolean leaves(String destination) {
        String address = destination.toLowerCase(Locale.ROOT);
        if (!address.startsWith("http://") && !address.startsWith("https://")) {
            return false;
        }
        String rest = address.substring(address.indexOf("//") + 2);
        return !rest.equals(ownHost) && !rest.startsWith(ownHost + "/");
    }
}
