package org.bluelamp.directory.photo;

import com.twelvemonkeys.imageio.metadata.Entry;
import com.twelvemonkeys.imageio.metadata.jpeg.JPEG;
import com.twelvemonkeys.imageio.metadata.jpeg.JPEGSegment;
import com.twelvemonkeys.imageio.metadata.jpeg.JPEGSegmentUtil;
import com.twelvemonkeys.imageio.metadata.tiff.TIFF;
import com.twelvemonkeys.imageio.metadata.tiff.TIFFReader;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import net.coobird.thumbnailator.Thumbnails;
import net.coobird.thumbnailator.geometry.Positions;
import net.coobird.thumbnailator.util.exif.ExifFilterUtils;
import net.coobird.thumbnailator.util.exif.Orientation;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Makes the pictures that pages show of what somebody uploads: square JPEGs, painted anew, so that nothing of the file
 * but its picture stays: no place, no camera, no script in a comment. How many pixels a file claims to have is read
 * before any of them, and one file is unpacked at a time, so that no file fills the memory.
 */
@Component
class PhotoStudio {

    /** In pixels: for the list of people, and for the named contact on a dense screen. */
    static final int[] WIDTHS = {120, 360};

    static final int LARGEST_FILE = 8 * 1024 * 1024;

    /** More than the 24 million of today's phones. */
    private static final long MOST_PIXELS = 30_000_000;

    private static final int LONGEST_SIDE = 10_000;
    private static final int SHORTEST_SIDE = 120;

    /** A picture is unpacked no larger than it takes for a good small one. */
    private static final int ENOUGH = 1_080;

    private static final double QUALITY = 0.85;

    private final Semaphore oneAtATime = new Semaphore(1, true);

    /**
     * The pictures by their width.
     *
     * @throws BadPhoto when the file is none of ours, too large, too small or broken
     */
    Map<Integer, byte[]> develop(byte[] file) throws BadPhoto {
        if (file.length == 0) {
            throw new BadPhoto("Choose a photo");
        }
        if (file.length > LARGEST_FILE) {
            throw new BadPhoto("The photo must be smaller than 8 MB");
        }
        PhotoFormat format = PhotoFormat.of(file)
                .orElseThrow(() -> new BadPhoto(
                        "The file must be a JPEG, PNG or WebP photo. A file of another kind does not become one by its"
                                + " name"));
        oneAtATime.acquireUninterruptibly();
        try {
            BufferedImage picture = unpack(file, format);
            Map<Integer, byte[]> pictures = new TreeMap<>();
            for (int width : WIDTHS) {
                pictures.put(width, jpeg(picture, width));
            }
            return pictures;
        } finally {
            oneAtATime.release();
        }
    }

    private static BufferedImage unpack(byte[] file, PhotoFormat format) throws BadPhoto {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format.key());
        if (!readers.hasNext()) {
            throw new IllegalStateException("No reader for " + format);
        }
        ImageReader reader = readers.next();
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
            reader.setInput(in);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            check(width, height);
            ImageReadParam param = reader.getDefaultReadParam();
            int step = Math.max(1, Math.min(width, height) / ENOUGH);
            param.setSourceSubsampling(step, step, 0, 0);
            return upright(onWhite(reader.read(0, param)), orientation(file, format));
        } catch (IOException | RuntimeException broken) {
            throw new BadPhoto("The photo cannot be read: the file is damaged or not a usual photo. Try another one");
        } finally {
            reader.dispose();
        }
    }

    private static void check(int width, int height) throws BadPhoto {
        if (width < SHORTEST_SIDE || height < SHORTEST_SIDE) {
            throw new BadPhoto("The photo must be at least 120 pixels wide and high");
        }
        if (width > LONGEST_SIDE || height > LONGEST_SIDE || (long) width * height > MOST_PIXELS) {
            throw new BadPhoto("The photo has too many pixels: make it smaller than 5,000 by 5,000");
        }
    }

    /** JPEG knows no transparency; what shines through is white. */
    private static BufferedImage onWhite(BufferedImage picture) {
        BufferedImage white = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D brush = white.createGraphics();
        brush.setColor(Color.WHITE);
        brush.fillRect(0, 0, white.getWidth(), white.getHeight());
        brush.drawImage(picture, 0, 0, null);
        brush.dispose();
        return white;
    }

    /** Phones keep the picture as the sensor saw it and say beside it, in EXIF, how they were held. */
    private static @Nullable Orientation orientation(byte[] file, PhotoFormat format) {
        if (format != PhotoFormat.JPEG) {
            return null;
        }
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
            for (JPEGSegment segment : JPEGSegmentUtil.readSegments(in, JPEG.APP1, "Exif")) {
                InputStream exif = segment.data();
                exif.skipNBytes(1);
                Entry held = new TIFFReader()
                        .read(ImageIO.createImageInputStream(new ByteArrayInputStream(exif.readAllBytes())))
                        .getEntryById(TIFF.TAG_ORIENTATION);
                return held != null && held.getValue() instanceof Number number
                        ? Orientation.typeOf(number.intValue())
                        : null;
            }
            return null;
        } catch (IOException | RuntimeException notTold) {
            return null;
        }
    }

    private static BufferedImage upright(BufferedImage picture, @Nullable Orientation held) {
        return held == null
                ? picture
                : ExifFilterUtils.getFilterForOrientation(held).apply(picture);
    }

    /** The middle of a wide picture, the upper part of a tall one: that is where faces are. */
    private static byte[] jpeg(BufferedImage picture, int width) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            Thumbnails.of(picture)
                    .size(width, width)
                    .crop(picture.getHeight() > picture.getWidth() ? Positions.TOP_CENTER : Positions.CENTER)
                    .imageType(BufferedImage.TYPE_INT_RGB)
                    .outputFormat("jpg")
                    .outputQuality(QUALITY)
                    .toOutputStream(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
