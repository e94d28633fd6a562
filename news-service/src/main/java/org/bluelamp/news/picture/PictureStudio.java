package org.bluelamp.news.picture;

import java.awt.image.BufferedImage;
import java.util.EnumSet;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.bluelamp.images.BadImage;
import org.bluelamp.images.Darkroom;
import org.bluelamp.images.ImageFormat;
import org.bluelamp.images.Print;
import org.springframework.stereotype.Component;

/** Makes of an uploaded file the pictures that articles show, in several widths and never larger than it was. */
@Component
class PictureStudio {

    /** In pixels: from a small telephone to a large and dense screen. */
    private static final int[] WIDTHS = {320, 640, 960, 1_280, 1_920};

    private static final int WIDEST = 1_920;

    private static final Darkroom.Limits LIMITS =
            new Darkroom.Limits("picture", 10, 100, WIDEST, EnumSet.allOf(ImageFormat.class));

    static final int LARGEST_FILE = LIMITS.largestFile();

    /**
     * A picture, ready to be shown.
     *
     * @param ending of its addresses, which says its format: {@code png} where something shines through
     * @param width of the largest, in pixels
     * @param height of the largest
     * @param renditions the files by their width
     */
    record Developed(String ending, int width, int height, Map<Integer, byte[]> renditions) {}

    private final Darkroom darkroom = new Darkroom(LIMITS);

    Developed develop(byte[] file) throws BadImage {
        return darkroom.develop(file, PictureStudio::paint);
    }

    private static Developed paint(BufferedImage picture) {
        boolean clear = picture.getColorModel().hasAlpha();
        int largest = Math.min(picture.getWidth(), WIDEST);
        Map<Integer, byte[]> renditions = new TreeMap<>();
        IntStream.concat(IntStream.of(WIDTHS).filter(width -> width < largest), IntStream.of(largest))
                .forEach(
                        width -> renditions.put(width, clear ? Print.png(picture, width) : Print.jpeg(picture, width)));
        return new Developed(clear ? "png" : "jpg", largest, Print.height(picture, largest), renditions);
    }
}
