package org.bluelamp.directory.photo;

import java.util.EnumSet;
import java.util.Map;
import java.util.TreeMap;
import org.bluelamp.images.BadImage;
import org.bluelamp.images.Darkroom;
import org.bluelamp.images.ImageFormat;
import org.bluelamp.images.Print;
import org.springframework.stereotype.Component;

/**
 * Makes the pictures that pages show of what somebody uploads: square JPEGs, painted anew, so that nothing of the file
 * but its picture stays: no place, no camera, no script in a comment.
 */
@Component
class PhotoStudio {

    /** In pixels: for the list of people, and for the named contact on a dense screen. */
    static final int[] WIDTHS = {120, 360};

    private static final Darkroom.Limits LIMITS = new Darkroom.Limits(
            "photo", 8, 120, 1_080, EnumSet.of(ImageFormat.JPEG, ImageFormat.PNG, ImageFormat.WEBP));

    static final int LARGEST_FILE = LIMITS.largestFile();

    private final Darkroom darkroom = new Darkroom(LIMITS);

    /**
     * The pictures by their width.
     *
     * @throws BadPhoto when the file is none of ours, too large, too small or broken
     */
    Map<Integer, byte[]> develop(byte[] file) throws BadPhoto {
        try {
            return darkroom.develop(file, picture -> {
                Map<Integer, byte[]> pictures = new TreeMap<>();
                for (int width : WIDTHS) {
                    pictures.put(width, Print.square(picture, width));
                }
                return pictures;
            });
        } catch (BadImage bad) {
            throw new BadPhoto(bad.reason());
        }
    }
}
