package org.bluelamp.images;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import net.coobird.thumbnailator.Thumbnails;
import net.coobird.thumbnailator.geometry.Positions;

/** A picture painted anew in another size: nothing is left of the file it came from but what is seen. */
public final class Print {

    private static final double QUALITY = 0.85;

    private Print() {}

    /** A JPEG in this width, with its whole height. */
    public static byte[] jpeg(BufferedImage picture, int width) {
        return write(
                Thumbnails.of(onWhite(picture))
                        .size(width, height(picture, width))
                        .keepAspectRatio(false)
                        .imageType(BufferedImage.TYPE_INT_RGB)
                        .outputQuality(QUALITY),
                "jpg");
    }

    /** A PNG in this width, with its whole height; what shines through goes on doing so. */
    public static byte[] png(BufferedImage picture, int width) {
        return write(
                Thumbnails.of(picture)
                        .size(width, height(picture, width))
                        .keepAspectRatio(false)
                        .imageType(BufferedImage.TYPE_INT_ARGB),
                "png");
    }

    /** A square JPEG: the middle of a wide picture, the upper part of a tall one, where faces are. */
    public static byte[] square(BufferedImage picture, int width) {
        return write(
                Thumbnails.of(onWhite(picture))
                        .size(width, width)
                        .crop(picture.getHeight() > picture.getWidth() ? Positions.TOP_CENTER : Positions.CENTER)
                        .imageType(BufferedImage.TYPE_INT_RGB)
                        .outputQuality(QUALITY),
                "jpg");
    }

    /** The height that belongs to a width, in pixels. */
    public static int height(BufferedImage picture, int width) {
        return Math.max(1, Math.round((float) width * picture.getHeight() / picture.getWidth()));
    }

    /** JPEG knows no transparency; what shines through is white. */
    private static BufferedImage onWhite(BufferedImage picture) {
        if (!picture.getColorModel().hasAlpha()) {
            return picture;
        }
        BufferedImage white = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D brush = white.createGraphics();
        brush.setColor(Color.WHITE);
        brush.fillRect(0, 0, white.getWidth(), white.getHeight());
        brush.drawImage(picture, 0, 0, null);
        brush.dispose();
        return white;
    }

    private static byte[] write(Thumbnails.Builder<BufferedImage> print, String format) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            print.outputFormat(format).toOutputStream(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
