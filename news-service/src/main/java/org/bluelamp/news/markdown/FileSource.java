package org.bluelamp.news.markdown;

import java.util.Optional;

/** Knows the files that articles may offer. */
@FunctionalInterface
public interface FileSource {

    /** The file that a text names by its code, the first 16 digits of its hash. */
    Optional<OwnFile> file(String code);
}
