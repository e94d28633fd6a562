package org.bluelamp.images;

import com.twelvemonkeys.imageio.metadata.Entry;
import com.twelvemonkeys.imageio.metadata.jpeg.JPEG;
import com.twelvemonkeys.imageio.metadata.jpeg.JPEGSegment;
import com.twelvemonkeys.imageio.metadata.jpeg.JPEGSegmentUtil;
import com.twelvemonkeys.imageio.metadata.tiff.TIFF;
import com.twelvemonkeys.imageio.metadata.tiff.TIFFReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import net.coobird.thumbnailator.util.exif.ExifFilterUtils;
import net.coobird.thumbnailator.util.exif.Orientation;
import org.jspecify.annotations.Nullable;

/**
 * Unpacks what people upload. How many pixels a file claims to have, and how many bytes they take, is read
 * before any of them, and one file is unpacked at a time, so that no file fills the memory. A file with several pictures in it is its first.
 */
public final class Darkroom {

    /** More than the 24 million of today's phones. */
    private static final long MOST_PIXELS = 30_000_000;

    private static final int LONGEST_SIDE = 10_000;

    /**
     * Bytes that the picture and what is made of it take together, and that its coefficients take outside the heap: a
     * sixth of the heap of a service with 640 MB.
     */
    private static final long MOST_BYTES = 64L * 1024 * 1024;

    /** Turned upright or laid on white, and made smaller: two pictures beside the one that was unpacked. */
    private static final int BYTES_OF_COPIES = 2 * Integer.BYTES;

    /** Its decoder holds the whole picture in small objects, some 20 bytes for a pixel. */
    private static final long MOST_PIXELS_WEBP = 3_000_000;

    /**
     * What is taken.
     *
     * @param thing what the person calls it, such as {@code photo}
     * @param megabytes the largest file
     * @param shortestSide the least width and height, in pixels
     * @param enough a picture is unpacked no larger than it takes for a good one of this many pixels
     */
    public record Limits(String thing, int megabytes, int shortestSide, int enough, Set<ImageFormat> formats) {

        public Limits {
            formats = Set.copyOf(formats);
        }

        /** The largest file, in bytes. */
        public int largestFile() {
            return megabytes * 1024 * 1024;
        }

        private String list() {
            String[] labels = Stream.of(ImageFormat.values())
                    .filter(formats::contains)
                    .map(ImageFormat::label)
                    .toArray(String[]::new);
            return Stream.of(labels).limit(labels.length - 1L).collect(Collectors.joining(", ")) + " or "
                    + labels[labels.length - 1];
        }
    }

    private final Limits limits;
    private final Semaphore oneAtATime = new Semaphore(1, true);

    public Darkroom(Limits limits) {
        this.limits = limits;
    }

    /**
     * Lends the picture in a file, upright, to who makes something of it.
     *
     * @throws BadImage when the file is of no format we take, too large, too small or broken
     */
    public <T> T develop(byte[] file, Function<BufferedImage, T> use) throws BadImage {
        if (file.length == 0) {
            throw new BadImage("Choose a " + limits.thing());
        }
        if (file.length > limits.largestFile()) {
            throw new BadImage("The " + limits.thing() + " must be smaller than " + limits.megabytes() + " MB");
        }
        ImageFormat format = ImageFormat.of(file)
                .filter(limits.formats()::contains)
                .orElseThrow(() -> new BadImage("The file must be a " + limits.list() + " " + limits.thing()
                        + ". A file of another kind does not become one by its name"));
        oneAtATime.acquireUninterruptibly();
        try {
            return use.apply(unpack(file, format));
        } finally {
            oneAtATime.release();
        }
    }

    private BufferedImage unpack(byte[] file, ImageFormat format) throws BadImage {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format.label());
        if (!readers.hasNext()) {
            throw new IllegalStateException("No reader for " + format);
        }
        ImageReader reader = readers.next();
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
            reader.setInput(in);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            check(width, height);
            checkWayOfPacking(file, format);
            ImageReadParam param = reader.getDefaultReadParam();
            int step = step(width, height, bytesPerPixel(reader));
            param.setSourceSubsampling(step, step, 0, 0);
            return upright(reader.read(0, param), orientation(file, format));
        } catch (IOException | RuntimeException broken) {
            throw new BadImage("The " + limits.thing() + " cannot be read: the file is damaged or not a usual "
                    + limits.thing() + ". Try another one");
        } finally {
            reader.dispose();
        }
    }

    private void check(int width, int height) throws BadImage {
        if (width < limits.shortestSide() || height < limits.shortestSide()) {
            throw new BadImage(
                    "The " + limits.thing() + " must be at least " + limits.shortestSide() + " pixels wide and high");
        }
        if (width > LONGEST_SIDE || height > LONGEST_SIDE || (long) width * height > MOST_PIXELS) {
            throw new BadImage("The " + limits.thing() + " has too many pixels: make it smaller than 5,000 by 5,000");
        }
    }

    private void checkWayOfPacking(byte[] file, ImageFormat format) throws BadImage {
        if (format == ImageFormat.JPEG && Jpeg.coefficients(file) > MOST_BYTES) {
            throw new BadImage("The " + limits.thing()
                    + " has too many pixels for a progressive JPEG: make it smaller than 3,000 by 3,000");
        }
        if (format == ImageFormat.WEBP) {
            long pixels = WebP.pixels(file)
                    .orElseThrow(
                            () -> new BadImage(
                                    "The " + limits.thing()
                                            + " is a WebP that moves, shines through or is packed without loss. Save it as a PNG or JPEG"));
            if (pixels > MOST_PIXELS_WEBP) {
                throw new BadImage("The " + limits.thing()
                        + " has too many pixels for a WebP: make it smaller than 1,700 by 1,700 or save it as a JPEG");
            }
        }
    }

    /** Of what the reader makes: 8 for a PNG with 16 bits for each of four channels. */
    private static int bytesPerPixel(ImageReader reader) throws IOException {
        int bits = reader.getImageTypes(0).next().getColorModel().getPixelSize();
        return (bits + Byte.SIZE - 1) / Byte.SIZE;
    }

    /** Every how many pixels one is unpacked, each way: as many as make a good picture, and no more than fit. */
    private int step(int width, int height, int bytesPerPixel) {
        int step = Math.max(1, Math.min(width, height) / limits.enough());
        while ((long) Math.ceilDiv(width, step) * Math.ceilDiv(height, step) * (bytesPerPixel + BYTES_OF_COPIES)
                > MOST_BYTES) {
            step++;
        }
        return step;
    }

    /** Phones keep the picture as the sensor saw it and say beside it, in EXIF, how they were held. */
    private static @Nullable Orientation orientation(byte[] file, ImageFormat format) {
        if (format != ImageFormat.JPEG) {
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
}
