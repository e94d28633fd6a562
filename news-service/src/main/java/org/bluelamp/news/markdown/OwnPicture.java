package org.bluelamp.news.markdown;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A picture that articles may show, in several widths.
 *
 * @param hash by which its addresses name it
 * @param ending of its addresses, {@code jpg} or {@code png}
 * @param widths in which it is there, in pixels, rising; at least one
 * @param height of the largest
 * @param decorative whether it may stand without a description
 */
public record OwnPicture(String hash, String ending, List<Integer> widths, int height, boolean decorative) {

    /** What a page shows at most: the column of an article, in pixels of a usual screen. */
    private static final String SIZES = "(min-width: 48em) 38em, 100vw";

    /** For browsers that cannot choose, and for feeds. */
    private static final int USUAL_WIDTH = 960;

    public OwnPicture {
        widths = List.copyOf(widths);
    }

    /** The width of the largest. */
    public int width() {
        return widths.getLast();
    }

    /** Where it is in one width; what is there never changes. */
    public String address(int width) {
        return "/news/pictures/" + hash + "/" + width + "." + ending;
    }

    /** Where it is in a width that suits most. */
    public String address() {
        return address(widths.stream()
                .filter(width -> width >= USUAL_WIDTH)
                .findFirst()
                .orElse(width()));
    }

    /** The addresses of all widths, as {@code srcset} takes them. */
    public String srcset() {
        return IntStream.range(0, widths.size())
                .mapToObj(i -> address(widths.get(i)) + " " + widths.get(i) + "w")
                .collect(Collectors.joining(", "));
    }

    /** How wide it is shown, as {@code sizes} says it. */
    public String sizes() {
        return SIZES;
    }
}
