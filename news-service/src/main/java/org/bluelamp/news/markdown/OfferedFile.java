package org.bluelamp.news.markdown;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.Link;

/** How a text names one of our own files: {@code file:} and its code, or the address under which it is served. */
final class OfferedFile {

    private static final Pattern OWN = Pattern.compile("(?:file:|/news/files/)([0-9a-f]{16})(?:[0-9a-f]{48}/.*)?");

    private OfferedFile() {}

    /** The code of the file of ours that the link names. */
    static Optional<String> code(Link link) {
        Matcher own = OWN.matcher(link.getDestination());
        return own.matches() ? Optional.of(own.group(1)) : Optional.empty();
    }
}
