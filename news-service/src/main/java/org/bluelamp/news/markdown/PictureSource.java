package org.bluelamp.news.markdown;

import java.util.Optional;

/** Knows the pictures that articles may show. */
@FunctionalInterface
public interface PictureSource {

    /** The picture that a text names by its code, the first 16 digits of its hash. */
    Optional<OwnPicture> named(String code);
}
