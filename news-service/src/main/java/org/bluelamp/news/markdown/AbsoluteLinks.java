package org.bluelamp.news.markdown;

import java.net.URI;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Link;

/** Makes links within this site work outside of it. */
class AbsoluteLinks extends AbstractVisitor {

    private final URI publicUrl;

    AbsoluteLinks(URI publicUrl) {
        this.publicUrl = publicUrl;
    }

    @Override
    public void visit(Link link) {
        if (link.getDestination().startsWith("/")) {
            link.setDestination(publicUrl + link.getDestination());
        }
        visitChildren(link);
    }
}
