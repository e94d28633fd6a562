package org.bluelamp.images;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;

/** A process of its own that develops each file that it is given, and ends where a service would: out of memory. */
final class SmallDarkroom {

    private SmallDarkroom() {}

    public static void main(String[] files) throws IOException {
        Darkroom darkroom = new Darkroom(new Darkroom.Limits("photo", 8, 40, 1_280, EnumSet.allOf(ImageFormat.class)));
        for (String file : files) {
            byte[] content = Files.readAllBytes(Path.of(file));
            try {
                int painted = darkroom.develop(content, picture -> Print.jpeg(picture, picture.getWidth() / 3).length);
                System.out.println("painted " + painted);
            } catch (BadImage bad) {
                System.out.println(bad.reason());
            }
        }
    }
}
