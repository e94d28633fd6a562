package org.bluelamp.news.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.Document;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/** Brings a parsed text into the form in which it is published. */
class Tidying extends AbstractVisitor {

    /** A line of more characters is a paragraph: what a pasted text has, and a list of short lines has not. */
    private static final int LONG_LINE = 100;

    private static final LinkTargets TARGETS = new LinkTargets();

    private final PictureSource pictures;
    private final FileSource files;

    Tidying(PictureSource pictures, FileSource files) {
        this.pictures = pictures;
        this.files = files;
    }

    @Override
    public void visit(Document document) {
        super.visit(document);
        levelHeadings(document);
    }

    /**
     * The page's title is its only level 1, so the text's headings start at 2, and none skips a level: readers of
     * screen readers move by them.
     */
    private static void levelHeadings(Document document) {
        List<Heading> headings = new ArrayList<>();
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(Heading heading) {
                headings.add(heading);
            }
        });
        int highest = headings.stream().mapToInt(Heading::getLevel).min().orElse(1);
        int before = 1;
        for (Heading heading : headings) {
            before = Math.min(Math.min(heading.getLevel() - highest + 2, before + 1), 6);
            heading.setLevel(before);
        }
    }

    @Override
    public void visit(Paragraph paragraph) {
        visitChildren(paragraph);
        if (paragraph.getParent() instanceof Document) {
            splitLongLines(paragraph);
        }
    }

    private static void splitLongLines(Paragraph paragraph) {
        List<List<Node>> lines = lines(paragraph);
        Paragraph target = paragraph;
        boolean longBefore = false;
        for (int i = 0; i < lines.size(); i++) {
            List<Node> line = lines.get(i);
            boolean isLong = length(line) > LONG_LINE;
            if (i > 0 && (isLong || longBefore)) {
                Paragraph next = new Paragraph();
                target.insertAfter(next);
                target = next;
                if (line.getFirst() instanceof SoftLineBreak) {
                    line.removeFirst().unlink();
                }
            }
            if (target != paragraph) {
                line.forEach(target::appendChild);
            }
            longBefore = isLong;
        }
    }

    /** The children by line; each line but the first begins with its break. */
    private static List<List<Node>> lines(Paragraph paragraph) {
        List<List<Node>> lines = new ArrayList<>();
        lines.add(new ArrayList<>());
        for (Node child = paragraph.getFirstChild(); child != null; child = child.getNext()) {
            if (child instanceof SoftLineBreak) {
                lines.add(new ArrayList<>());
            }
            lines.getLast().add(child);
        }
        return lines;
    }

    private static int length(List<Node> line) {
        int[] length = {0};
        AbstractVisitor counter = new AbstractVisitor() {
            @Override
            public void visit(Text text) {
                length[0] += text.getLiteral().length();
            }
        };
        line.forEach(node -> node.accept(counter));
        return length[0];
    }

    @Override
    public void visit(Link link) {
        visitChildren(link);
        Optional<OwnFile> own = OfferedFile.code(link).flatMap(files::file);
        if (own.isPresent()) {
            link.setDestination(own.get().address());
            link.setTitle(null);
            link.appendChild(new Text(" (" + own.get().kind() + ")"));
            return;
        }
        String target = TARGETS.sanitizeLinkUrl(link.getDestination());
        if (target.isEmpty()) {
            replaceByChildren(link);
        } else {
            link.setDestination(target);
            // What a mouse would show and nobody else could read does not belong into an article.
            link.setTitle(null);
        }
    }

    @Override
    public void visit(Image image) {
        Optional<OwnPicture> own = ShownPicture.code(image).flatMap(pictures::named);
        if (own.isPresent()) {
            image.insertBefore(new ShownPicture(own.get(), ShownPicture.description(image)));
            image.unlink();
            return;
        }
        visitChildren(image);
        String target = TARGETS.sanitizeLinkUrl(image.getDestination());
        if (target.isEmpty() || ShownPicture.code(image).isPresent() || insideLink(image)) {
            replaceByChildren(image);
        } else {
            linkTo(target, image);
        }
    }

    /** An image from elsewhere would tell its owner who reads our news, so it is a link to follow or not. */
    private static void linkTo(String target, Image image) {
        Link link = new Link(target, null);
        if (image.getFirstChild() == null) {
            link.appendChild(new Text(target));
        }
        while (image.getFirstChild() != null) {
            link.appendChild(image.getFirstChild());
        }
        image.insertBefore(link);
        image.unlink();
    }

    private static boolean insideLink(Node node) {
        for (Node around = node.getParent(); around != null; around = around.getParent()) {
            if (around instanceof Link) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void visit(CustomBlock block) {
        visitChildren(block);
        if (block instanceof TableBlock) {
            ScrollingTable around = new ScrollingTable();
            block.insertBefore(around);
            around.appendChild(block);
        }
    }

    private static void replaceByChildren(Node node) {
        Node child = node.getFirstChild();
        while (child != null) {
            Node next = child.getNext();
            node.insertBefore(child);
            child = next;
        }
        node.unlink();
    }
}
